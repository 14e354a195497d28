# Words that the other scripts share; sourced, not run.

# stop SENTENCE: say why it cannot go on, and stop.
stop() {
    echo "$1" >&2
    exit 1
}

# quietly LOG COMMAND…: keep the output for when it is wanted. A missing network is one sentence, not a page.
quietly() {
    log=$1
    shift
    "$@" >"$log" 2>&1 </dev/null && return
    if grep -Eiq 'certificate' "$log"; then
        stop "The network's certificate is not trusted here: apt-get install ca-certificates, or ask who runs the proxy (the details are in $log)."
    fi
    if grep -Eiq 'error sending request|dns error|client error|name resolution|failed to establish|network is unreachable|connection (refused|timed out|reset)|timed out|could not resolve|failed to fetch|unable to fetch|proxy' "$log"; then
        stop "There is no network, or not enough of it, to install what is missing (the details are in $log)."
    fi
    tail -n 30 "$log" >&2
    stop "This failed: $* (the whole output is in $log)."
}

"""What the doctor found, in words, what to do about it, and all of it in one sentence."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from comity.desk.checkup import Finding, State

ABOUT: Mapping[str, Any] = {
    "disk": gettext_lazy("disk"),
    "clock": gettext_lazy("clock"),
    "server": gettext_lazy("server"),
    "keys": gettext_lazy("keys"),
    "backup": gettext_lazy("backup"),
    "rehearsal": gettext_lazy("rehearsal"),
    "letters": gettext_lazy("letters"),
    "erasures": gettext_lazy("erasures"),
    "mail": gettext_lazy("mail"),
    "certificate": gettext_lazy("certificate"),
}
STATES: Mapping[State, Any] = {
    State.WELL: gettext_lazy("well"),
    State.SOON: gettext_lazy("look after it soon"),
    State.NOW: gettext_lazy("look after it now"),
}
SAYS: Mapping[str, Any] = {
    "disk-room": gettext_lazy("%(free)s GB free, %(held)s GB held"),
    "clock-behind": gettext_lazy("the last act is of %(last)s, which is still to come"),
    "clock-unkept": gettext_lazy("nobody keeps this machine's clock"),
    "clock-kept": gettext_lazy("kept by the machine"),
    "served": gettext_lazy("the desk can receive, and the clerk is at work"),
    "unserved-since": gettext_lazy("nobody could reach the desk since %(last)s"),
    "never-served": gettext_lazy("nobody has served it yet"),
    "keys-loose": gettext_lazy("others may read %(names)s"),
    "keys-uncopied": gettext_lazy(
        "no copy of the host's keys is known; without them the record ends with this disk"
    ),
    "keys-kept": gettext_lazy("readable by their owner alone, and there is a copy"),
    "never-backed-up": gettext_lazy("none was ever made"),
    "backed-up": gettext_lazy("the last was made %(ago)s, as %(file)s"),
    "never-rehearsed": gettext_lazy("no backup was ever proved to hold"),
    "rehearsed": gettext_lazy("a backup was last proved %(ago)s"),
    "none-given-up": gettext_lazy("none was given up"),
    "given-up": gettext_lazy("%(count)s that no server took"),
    "scrubbed": gettext_lazy("what was erased is in no file"),
    "unscrubbed": gettext_lazy(
        "what was erased since %(since)s may still be in the database's files"
    ),
    "letters-printed": gettext_lazy("letters are printed, not sent"),
    "no-letters-taken": gettext_lazy("%(host)s, port %(port)s, takes no letters: %(why)s"),
    "letters-taken": gettext_lazy("%(host)s takes letters"),
    "needs-no-certificate": gettext_lazy("%(address)s has none, and needs none on this machine"),
    "has-no-certificate": gettext_lazy("%(address)s has none"),
    "people-are-warned": gettext_lazy("people are warned of %(address)s: %(why)s"),
    "not-reached-from-here": gettext_lazy("%(address)s cannot be looked at from here: %(why)s"),
    "certificate-good": gettext_lazy("good for %(days)s days"),
}
DO: Mapping[str, Any] = {
    "make-room-to-write": gettext_lazy("make room: an act that cannot be written is refused"),
    "make-room-to-copy": gettext_lazy("make room: erasing and backing up each need as much again"),
    "set-clock": gettext_lazy("set the clock"),
    "turn-on-ntp": gettext_lazy("turn on NTP: deadlines are exact to the second"),
    "serve": gettext_lazy("comity serve --data %(folder)s"),
    "close-keys": gettext_lazy("chmod -R go= %(folder)s/keys"),
    "copy-keys": gettext_lazy("comity backup with --keys, kept where only you find it"),
    "back-up": gettext_lazy("comity backup --data %(folder)s FILE.zip"),
    "rehearse": gettext_lazy("comity backup --data %(folder)s FILE.zip --rehearse"),
    "set-address": gettext_lazy("set another address for whom they are: comity account mail"),
    "see-scrub": gettext_lazy("the clerk tries each minute; see the log for comity.scrub"),
    "name-mail": gettext_lazy("set COMITY_MAIL: without letters no silence is closed by itself"),
    "letters-wait": gettext_lazy("letters wait, and are sent once it does"),
    "put-tls": gettext_lazy("put a web server with TLS in front"),
    "see-web-server": gettext_lazy("see your web server"),
    "look-outside": gettext_lazy("look at it from outside, in a browser"),
    "renew-certificate": gettext_lazy("renew it"),
}
ANY_FOLDER = "DIR"
"""What a page calls the data folder: where it lies is nobody's business but the operator's."""


def says(finding: Finding) -> str:
    """Say what was found."""
    return str(SAYS[finding.says]) % _facts(finding)


def do(finding: Finding, *, folder: str = ANY_FOLDER) -> str:
    """Say what to do about it; nothing where there is nothing to do."""
    return str(DO[finding.do]) % {"folder": folder} if finding.do else ""


def _facts(finding: Finding) -> Mapping[str, Any]:
    return {**finding.facts, "ago": _ago(int(finding.facts.get("days", 0)))}


def _ago(days: int) -> str:
    if days < 1:
        return _("today")
    return ngettext("a day ago", "%(days)s days ago", days) % {"days": days}


def sentence(found: Iterable[Finding]) -> str:
    """Say all of it in one plain sentence."""
    listed = list(found)
    if worst := _named(listed, State.NOW):
        return _("Look after this now: %(what)s.") % {"what": worst}
    if soon := _named(listed, State.SOON):
        words = _("Nothing is in danger; look after this soon: %(what)s.")
        return words % {"what": soon}
    return _("All is well.")


def _named(found: list[Finding], state: State) -> str:
    return ", ".join(str(ABOUT[each.about]) for each in found if each.state is state)


def told(found: Iterable[Finding], *, folder: str = ANY_FOLDER) -> dict[str, Any]:
    """Write what was found as programs and the page get it."""
    listed = list(found)
    return {
        "ok": all(each.state is not State.NOW for each in listed),
        "says": sentence(listed),
        "findings": [
            {
                "about": each.about,
                "state": each.state.value,
                "says": says(each),
                "do": do(each, folder=folder),
            }
            for each in listed
        ],
    }

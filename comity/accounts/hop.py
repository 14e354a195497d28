"""From where a request comes: the machine that connects, or what the one trusted web server in front says of it.

    COMITY_PROXY=            nobody is believed: place is the peer, and the request came in the clear
    COMITY_PROXY=yes         a web server on this machine (127.0.0.1, ::1 or a socket) is believed
    COMITY_PROXY=10.0.0.2    the web server at this address, and no other, is believed

It is believed about X-Forwarded-Proto, and about the last entry of X-Forwarded-For, which it added itself: what stands
before that was sent by whoever it speaks for, and may be anything.
"""

from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

YES = "yes"
OF_ONE_LINE = 64
"""Bits of an IPv6 address that belong to one line: whoever has a line has all addresses behind them."""
OF_ONE_NETWORK = {4: 24, 6: 48}
"""Bits that a network's lines have in common: who rents one rents most of these together."""
TELLING = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP", "HTTP_X_ORIGINAL_HOST")


class Hop:
    """Tells every view where a request comes from (`request.place`), and whether somebody passed it on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find out where it comes from, and forget what nobody who is believed has said."""
        is_believed = believes(str(request.META.get("REMOTE_ADDR", "")))
        request.is_passed_on = is_passed_on(request.META)  # type: ignore[attr-defined]
        request.place = place(request.META, is_believed=is_believed)  # type: ignore[attr-defined]
        if not is_believed:
            request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        return self.get_response(request)


def believes(peer: str) -> bool:
    """Tell whether the peer is the one web server that is believed."""
    trusted = settings.COMITY_PROXY
    return is_loopback(peer) if trusted == YES else bool(trusted) and peer == trusted


def is_loopback(peer: str) -> bool:
    """Tell whether a peer is on this machine; a socket of the system has no address."""
    try:
        return not peer or ip_address(peer).is_loopback
    except ValueError:
        return False


def is_passed_on(meta: dict[str, Any]) -> bool:
    """Tell whether a request says that a web server in front passed it on, believed or not."""
    return any(name in TELLING or name.startswith("HTTP_X_FORWARDED") for name in meta)


def place(meta: dict[str, Any], *, is_believed: bool) -> str:
    """Return who counts as one stranger: an IPv4 address, or a line's share of IPv6."""
    peer = str(meta.get("REMOTE_ADDR", ""))
    said = str(meta.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    return _line(said) or _line(peer) or peer if is_believed else _line(peer) or peer


def network(line: str) -> str:
    """Return the network that a line is one of: 256 addresses of IPv4, or a site's share of IPv6 (a /48)."""
    try:
        whole = ip_network(line, strict=False)
    except ValueError:
        return line
    bits = OF_ONE_NETWORK[whole.version]
    return str(whole.supernet(new_prefix=min(bits, whole.prefixlen)))


def _line(text: str) -> str:
    """Return the share of the network that one line has; empty where this is no address."""
    try:
        address = ip_address(text.strip("[]"))
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        bare = IPv6Address(int(address))
        return str(ip_network((bare, OF_ONE_LINE), strict=False))
    return str(address)

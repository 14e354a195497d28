"""From where a request comes: only the one web server that was named is believed, and only about what it added."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings
from hypothesis import given
from hypothesis import strategies as st

from comity.accounts.hop import Hop, is_passed_on, network, place
from comity.accounts.roles import is_at_home


def met(proxy: str = "", **meta: str) -> HttpRequest:
    """Return a request as the views meet it."""
    seen: list[HttpRequest] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return HttpResponse()

    with override_settings(COMITY_PROXY=proxy):
        Hop(view)(RequestFactory().get("/", **{"HTTP_HOST": "localhost:8000", **meta}))  # type: ignore[arg-type]
    return seen[0]


@pytest.mark.parametrize(
    ("proxy", "peer", "said", "expected"),
    [
        ("", "127.0.0.1", "203.0.113.9", "127.0.0.1"),
        ("yes", "127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("yes", "::1", "203.0.113.9", "203.0.113.9"),
        ("yes", "", "203.0.113.9", "203.0.113.9"),
        ("yes", "198.51.100.7", "203.0.113.9", "198.51.100.7"),
        ("10.0.0.2", "10.0.0.2", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.2", "127.0.0.1", "203.0.113.9", "127.0.0.1"),
        ("10.0.0.2", "10.0.0.3", "203.0.113.9", "10.0.0.3"),
        # What a stranger sends stands before what the web server adds.
        ("yes", "127.0.0.1", "192.0.2.1, 203.0.113.9", "203.0.113.9"),
        ("yes", "127.0.0.1", "203.0.113.9, nonsense", "127.0.0.1"),
        ("yes", "127.0.0.1", "", "127.0.0.1"),
        # A line has 2^64 addresses of IPv6, and counts as one stranger.
        ("", "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("yes", "127.0.0.1", "[2001:db8::7]", "2001:db8::/64"),
        ("", "::ffff:203.0.113.9", "", "203.0.113.9"),
    ],
)
def test_who_counts_as_one_stranger(proxy: str, peer: str, said: str, expected: str) -> None:
    request = met(proxy, REMOTE_ADDR=peer, **({"HTTP_X_FORWARDED_FOR": said} if said else {}))
    assert request.place == expected  # type: ignore[attr-defined]


@given(st.text(), st.text(), st.booleans())
def test_whatever_is_sent_somebody_is_counted(peer: str, said: str, is_believed: bool) -> None:
    meta = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": said}
    assert isinstance(place(meta, is_believed=is_believed), str)


@pytest.mark.parametrize(
    ("proxy", "peer", "is_kept"),
    [("", "127.0.0.1", False), ("yes", "127.0.0.1", True), ("yes", "203.0.113.9", False)],
)
def test_only_the_web_server_in_front_may_say_that_it_came_over_tls(
    proxy: str, peer: str, is_kept: bool
) -> None:
    request = met(proxy, REMOTE_ADDR=peer, HTTP_X_FORWARDED_PROTO="https")
    assert ("HTTP_X_FORWARDED_PROTO" in request.META) == is_kept


TELLING = (
    "HTTP_FORWARDED",
    "HTTP_VIA",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_SERVER",
    "HTTP_X_REAL_IP",
)


@pytest.mark.parametrize("name", TELLING)
def test_whoever_passes_a_request_on_is_noticed(name: str) -> None:
    assert (is_passed_on({name: ""}), is_passed_on({"HTTP_ACCEPT": name})) == (True, False)


AT_HOME = {
    "COMITY_IS_LOOPBACK": True,
    "COMITY_ADDRESS": "http://localhost:8000",
    "COMITY_PROXY": "",
}


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "localhost"])
@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", "127.0.0.2"])
def test_a_browser_on_this_machine_is_at_home(host: str, peer: str) -> None:
    request = met(REMOTE_ADDR=peer, HTTP_HOST=host)
    with override_settings(**AT_HOME):
        assert is_at_home(request)


@pytest.mark.parametrize(
    ("setting", "meta"),
    [
        ({"COMITY_IS_LOOPBACK": False}, {}),
        ({"COMITY_ADDRESS": "https://programme.example"}, {}),
        ({"COMITY_PROXY": "yes"}, {}),
        ({}, {"REMOTE_ADDR": "203.0.113.9"}),
        ({}, {"REMOTE_ADDR": "nonsense"}),
        ({"ALLOWED_HOSTS": ["programme.example"]}, {"HTTP_HOST": "programme.example"}),
        *(({}, {name: "x"}) for name in TELLING),
    ],
)
def test_any_one_sign_of_somebody_elsewhere_closes_the_roles(
    setting: dict[str, object], meta: dict[str, str]
) -> None:
    request = met(**{"REMOTE_ADDR": "127.0.0.1", **meta})
    with override_settings(**{**AT_HOME, **setting}):
        assert not is_at_home(request)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("203.0.113.9", "203.0.113.0/24"),
        ("2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("", ""),
        ("a socket", "a socket"),
    ],
)
def test_lines_that_are_rented_together_are_one_network(line: str, expected: str) -> None:
    assert network(line) == expected

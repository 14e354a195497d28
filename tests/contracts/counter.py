"""A program at the registry desk: one request at a time, exactly as given, with or without a token."""

import http.client
import json
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tests.contracts.command import comity

PATIENCE = 30
JSON = "application/json"


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def media_type(self) -> str:
        """The content type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip()

    @property
    def codes(self) -> list[str]:
        """The codes of the refusals, in the order they were given."""
        assert self.status == 422, (self.status, self.body[:500])
        return [each["code"] for each in self.json["refusals"]]


class Counter:
    """The desk as one program meets it. A new connection for each request, no cookies, no redirects."""

    def __init__(self, site: str, *, token: str = "") -> None:
        self.site = site
        self._host = urllib.parse.urlsplit(site).netloc
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def ask(self, method: str, path: str, *, body: bytes | None = None, **headers: str) -> Answer:
        """Ask exactly this; a header is named with underscores for hyphens."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        line = http.client.HTTPConnection(self._host, timeout=PATIENCE)
        try:
            line.request(method, path, body=body, headers={**self._headers, **sent})
            answer = line.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, named, answer.read())
        finally:
            line.close()

    def get(self, path: str, **headers: str) -> Answer:
        """Look at an address."""
        return self.ask("GET", path, **headers)

    def twin(self, path: str) -> Any:
        """Read the JSON twin of a page that is there."""
        answer = self.get("/index.json" if path == "/" else f"{path}.json")
        assert answer.status == 200, (path, answer.status, answer.body[:500])
        return answer.json

    def send(self, act: Any, **headers: str) -> Answer:
        """Hand in an act, as bytes or as JSON."""
        body = act if isinstance(act, bytes) else json.dumps(act).encode()
        return self.ask("POST", "/acts", body=body, **{"Content_Type": JSON, **headers})

    def done(self, act: Mapping[str, Any]) -> dict[str, Any]:
        """Hand in an act that stands, and return its receipt."""
        answer = self.send(act)
        assert answer.status == 201, (act, answer.status, answer.body[:1500])
        return dict(answer.json)


@dataclass(frozen=True)
class House:
    """A server on a folder of its own."""

    site: str
    data: Path
    log: Path
    roles: Mapping[str, Any] = field(default_factory=dict)

    def as_role(self, role: str) -> Counter:
        """Return the counter as somebody of the demonstration meets it."""
        given = self.roles[role]
        return Counter(self.site) if given is None else self.as_person(given["person"])

    def as_person(self, person: str) -> Counter:
        """Return the counter as a person meets it, with a token that may act."""
        return Counter(self.site, token=_token(self.data, person))

    def party(self, role: str) -> str:
        """Name the party of a role."""
        return str(self.roles[role]["party"])


@cache
def _token(data: Path, person: str) -> str:
    said = comity("token", "new", "--data", data, "--person", person)
    assert said.code == 0, said
    return said.out.strip()

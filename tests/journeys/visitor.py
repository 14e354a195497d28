"""A visitor without a browser: cookies, forms and links, for sweeps over every address."""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

LINK = re.compile(r"""<a\s[^>]*?href=["']([^"'#]+)""")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text; what is not UTF-8 shows as such."""
        return self.body.decode("utf-8", "replace")

    @property
    def is_page(self) -> bool:
        """True for HTML."""
        return self.headers.get("content-type", "").startswith("text/html")

    def links(self) -> Iterator[str]:
        """Yield every address on this site that the page offers to follow; forms are not followed."""
        for link in LINK.findall(self.text):
            there = urllib.parse.urljoin(f"http://here{self.path}", link.replace("&amp;", "&"))
            split = urllib.parse.urlsplit(there)
            if split.netloc == "here":
                yield split.path + (f"?{split.query}" if split.query else "")


class Visitor:
    """One person's cookies on one site."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )

    def get(self, path: str, *, accept: str = "text/html") -> Answer:
        """Ask for an address."""
        return self._ask(urllib.request.Request(self._site + path, headers={"Accept": accept}))

    def post(self, path: str, *, seen_on: str = "/", **fields: str) -> Answer:
        """Send the form that stands on a page, with that page's token."""
        token = TOKEN.search(self.get(seen_on).text)
        assert token, f"{seen_on} has no form"
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1], **fields}).encode()
        headers = {"Referer": self._site + seen_on}
        return self._ask(urllib.request.Request(self._site + path, data=body, headers=headers))

    def walk_in(self, role: str) -> None:
        """Take a role of the demonstration."""
        assert self.post("/walk-in", role=role).status == 200

    def _ask(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request, timeout=30) as answer:
                return _read(answer, request)
        except urllib.error.HTTPError as error:
            with error:
                return _read(error, request)


def _read(answer: object, request: urllib.request.Request) -> Answer:
    headers = {name.lower(): value for name, value in answer.headers.items()}  # type: ignore[attr-defined]
    where = urllib.parse.urlsplit(answer.url)  # type: ignore[attr-defined]
    path = where.path + (f"?{where.query}" if where.query else "")
    return Answer(answer.status, path, headers, answer.read())  # type: ignore[attr-defined]


def crawl(
    visitor: Visitor, *, of_each: int = 3, most: int = 400, start: str = "/"
) -> Iterator[Answer]:
    """Follow every link from the home page; of addresses of one shape only the first few."""
    waiting, met, shapes = [start], {start}, dict[str, int]()
    while waiting and most > 0:
        answer = visitor.get(waiting.pop(0))
        most -= 1
        yield answer
        if not answer.is_page:
            continue
        for link in answer.links():
            shape = re.sub(
                r"/[^/?]*\d[^/?]*|(?<=[a-z]/)[a-z0-9-]{4,}", "/*", link.partition("?")[0]
            )
            if (
                link in met
                or shapes.get(shape, 0) >= of_each
                or link.startswith(("/static/", "/sign-out"))
            ):
                continue
            met.add(link)
            shapes[shape] = shapes.get(shape, 0) + 1
            waiting.append(link)

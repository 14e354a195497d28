"""Listens, and answers what is no request at all: too long, or not HTTP. Nothing of it ever reaches the house.

HTTP/1.1 413 Request Entity Too Large
Content-Type: text/plain; charset=utf-8
Content-Security-Policy: default-src 'none'

Request Entity Too Large
"""

from typing import Any

from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask

THREADS = 8
MOST_BYTES = 40_000_000
"""The longest body that is taken in at all: a paper with its scans. What may stand where is told by each address."""
HEADERS = (
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
)


class PlainAnswer(ErrorTask):
    """Says what is the matter in the words of HTTP, and nothing that was sent."""

    def execute(self) -> None:
        """Answer, and end the connection."""
        error = self.request.error
        body = f"{error.reason}\n".encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers.extend(HEADERS)
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class _Line(HTTPChannel):
    error_task_class = PlainAnswer


def listen(app: Any, *, host: str, port: int) -> Any:
    """Return a server that listens; raise OSError where it cannot."""
    server = create_server(
        app,
        host=host,
        port=port,
        threads=THREADS,
        ident=None,
        max_request_body_size=MOST_BYTES,
        # What a web server in front says is judged by comity.accounts.hop, here as under any other server.
        clear_untrusted_proxy_headers=False,
    )
    listening = getattr(server, "map", None) or {0: server}
    for each in listening.values():
        if isinstance(each, TcpWSGIServer):
            each.channel_class = _Line
    return server

"""The server of the local page: only on the loopback address, only for one page, with a bound on everything."""

import errno
import sys
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import BoundedSemaphore, Thread
from typing import Any

from perfrules.diagnostics import Code, Diagnostic, PerfRulesError
from perfrules.play.checking import check_text
from perfrules.play.desk import Desk
from perfrules.play.exchange import Request, Response, Site
from perfrules.play.page import local_page
from perfrules.play.question import Question

ADDRESS = "127.0.0.1"
SECONDS = 30
"""A connection that says nothing for so long is closed."""

_AT_ONCE = 2
"""So many questions are worked on at the same time; the others wait."""

_REASONS = {
    errno.EADDRINUSE: "已被别的程序占用",
    errno.EACCES: "没有使用它的权限",
}


class LocalServer(ThreadingHTTPServer):
    """Serves the page on a port of this computer; 0 takes a free one.

    Raises:
        PerfRulesError: The port cannot be used.

    >>> with LocalServer(Desk()) as server:
    ...     server.url.startswith("http://127.0.0.1:")
    True
    """

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # there it would let two programs share a port
    request_queue_size = 32

    def __init__(self, desk: Desk, port: int = 0) -> None:
        try:
            super().__init__((ADDRESS, port), _Handler)
        except OSError as error:
            why = _REASONS.get(error.errno or 0, error.strerror or "原因不明")
            raise PerfRulesError(Diagnostic.of(Code.PORT_TAKEN, port=port, why=why)) from error
        names = (ADDRESS, "localhost")
        hosts = {f"{name}:{self.server_port}" for name in names} | (set(names) if self.server_port == 80 else set())
        self.site = Site(desk, local_page(desk), frozenset(hosts))
        self.working = BoundedSemaphore(_AT_ONCE)

    def server_bind(self) -> None:
        """Take the port. The inherited method would ask the network for this computer's name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.socket.getsockname()[1]

    @property
    def url(self) -> str:
        """What to open in a browser."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def warm_up(self) -> None:
        """Read grammars and schemes in the background, so that the first answer is as quick as the others."""
        Thread(target=_warm, args=(self.site.desk,), daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of connections that broke off, which is what browsers do to them."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def _warm(desk: Desk) -> None:
    desk.answer(Question(target="≥60家", actual="58家"))
    check_text("目标表 例\n  产出指标\n    数量指标\n      企业数：≥60家\n", desk.beside)


class _Handler(BaseHTTPRequestHandler):
    """Reads a request off a connection, and writes what the site replies."""

    server: LocalServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "perfrules", ""
    timeout = SECONDS

    def _serve(self) -> None:
        names = [name.lower() for name in self.headers]
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers)
        if len(names) != len(set(names)) or "transfer-encoding" in headers:
            self._write(Response(400))
            return
        refusal = self.server.site.refusal(request)
        if refusal is not None:
            self._write(refusal)
            return
        length = int(headers["content-length"]) if self.command == "POST" else 0
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return
        with self.server.working:
            response = self.server.site.reply(Request(self.command, self.path, headers, body))
        self._write(response)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = _serve  # noqa: N815 - so it is called

    def _write(self, response: Response) -> None:
        """Write a response; behind one that left a body unread the connection is closed."""
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if response.status >= 400:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is no HTTP, in the same words and with the same headers as everything else."""
        self.command = getattr(self, "command", None) or "GET"
        self.request_version = self.protocol_version
        with suppress(OSError):
            self._write(Response(code))

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing: what somebody types is nobody else's business."""

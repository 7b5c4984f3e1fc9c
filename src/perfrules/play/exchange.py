"""What the local page asks for and gets: requests and responses as plain values, apart from any network.

Everything is computed from the request; nothing is kept, and no file is read. Only a page of this very server may ask:
a Host of another name means that a foreign page reached it by a name of its own (DNS rebinding), an Origin of another
place that a foreign page sent a form.
"""

import json
from collections.abc import Callable, Mapping

import attrs

from perfrules.diagnostics import Code, Diagnostic, PerfRulesError
from perfrules.play.checking import check_text, laid_out
from perfrules.play.desk import Desk
from perfrules.play.page import LocalPage
from perfrules.play.question import Question, texts_of

MOST_BYTES = 1_000_000
"""Of a request's body."""

MOST_TEXT = 200_000
"""Characters of a text that is checked while it is typed."""

_JSON = "application/json"


@attrs.frozen
class Request:
    """A request; the names of its headers are in small letters."""

    method: str
    path: str
    headers: Mapping[str, str] = attrs.field(factory=dict)
    body: bytes = b""


@attrs.frozen
class Response:
    """A response. Its headers keep every browser from guessing, storing, framing and sharing it."""

    status: int
    kind: str = "text/plain; charset=utf-8"
    body: bytes = b""
    policy: str = "default-src 'none'; frame-ancestors 'none'"

    @property
    def headers(self) -> dict[str, str]:
        """The headers, but for those of the connection."""
        return {
            "Content-Type": self.kind,
            "Content-Length": str(len(self.body)),
            "Content-Security-Policy": self.policy,
            "Cache-Control": "no-store",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
        }


@attrs.frozen
class Site:
    """The page and what answers it, at the hosts (names with ports) that the server listens to."""

    desk: Desk
    page: LocalPage
    hosts: frozenset[str]

    def reply(self, request: Request) -> Response:
        """Answer a request."""
        refusal = self.refusal(request)
        if refusal is not None:
            return refusal
        path = request.path.partition("?")[0]
        match request.method, path:
            case "GET" | "HEAD", "/":
                return Response(200, "text/html; charset=utf-8", self.page.text.encode(), self.page.policy)
            case "GET" | "HEAD", "/favicon.ico":
                return Response(204)
            case "POST", "/answer":
                return _json(request, lambda data: self.desk.answer(Question.from_dict(data)).to_dict())
            case "POST", "/check":
                return _json(request, lambda data: check_text(_text(data), self.desk.beside).to_dict())
            case "POST", "/format":
                return _json(request, _formatted)
            case _, "/" | "/answer" | "/check" | "/format":
                return _plain(405, "这个网址不接受这样的请求。")
            case _:
                return _plain(404, "没有这一页。")

    def refusal(self, request: Request) -> Response | None:
        """Say why a request is not answered, before its body is read; None where it may be."""
        headers = request.headers
        if headers.get("host") not in self.hosts:
            return _plain(403, "只能用 perfrules play 显示的网址打开。")
        if headers.get("origin", "") not in {"", *(f"http://{host}" for host in self.hosts)}:
            return _plain(403, "只回答自己的网页。")
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"} and request.method != "GET":
            return _plain(403, "只回答自己的网页。")
        if request.method != "POST":
            return None
        if headers.get("content-type", "").partition(";")[0].strip() != _JSON:
            return _plain(415, "请用 JSON 提问。")
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdecimal()):
            return _plain(411, "请写明内容的长度。")
        if len(length) > len(str(MOST_BYTES)) or int(length) > MOST_BYTES:
            return _problem(413, Diagnostic.of(Code.QUESTION_TOO_LONG, length="很多", most=f"{MOST_BYTES}字节"))
        return None


def _json(request: Request, answer: Callable[[object], dict[str, object]]) -> Response:
    try:
        return _data(200, answer(json.loads(request.body)))
    except (ValueError, RecursionError):
        return _problem(400, Diagnostic.of(Code.QUESTION_UNREADABLE, why="不是 JSON"))
    except PerfRulesError as error:
        return _problem(400, *error.diagnostics)


def _text(data: object) -> str:
    return texts_of(data, ("text",), MOST_TEXT).get("text", "").replace("\r\n", "\n")


def _formatted(data: object) -> dict[str, object]:
    text, notes = laid_out(_text(data))
    return {"text": text, "notes": [note.to_dict() for note in notes]}


def _problem(status: int, *diagnostics: Diagnostic) -> Response:
    return _data(status, {"diagnostics": [each.to_dict() for each in diagnostics]})


def _data(status: int, data: dict[str, object]) -> Response:
    return Response(status, _JSON, json.dumps(data).encode())


def _plain(status: int, text: str) -> Response:
    return Response(status, body=f"{text}\n".encode())

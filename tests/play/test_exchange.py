"""What the local page is answered, and who is not answered at all."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from perfrules.play import Desk
from perfrules.play.exchange import MOST_BYTES, MOST_TEXT, Request, Response, Site
from perfrules.play.page import local_page

HOST = "127.0.0.1:8765"
DESK = Desk()
SITE = Site(DESK, local_page(DESK), frozenset({HOST, "localhost:8765"}))


def _ask(path: str, data: object, **headers: str) -> Response:
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    usual = {"host": HOST, "content-type": "application/json", "content-length": str(len(body))}
    return SITE.reply(Request("POST", path, {**usual, **headers}, body))


def _get(path: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> Response:
    return SITE.reply(Request(method, path, {"host": HOST} if headers is None else headers))


def _codes(response: Response) -> list[str]:
    data: dict[str, Any] = json.loads(response.body)
    return [each["code"] for each in data["diagnostics"]]


@pytest.mark.parametrize("path", ["/", "/?x=1"])
def test_the_page_is_given(path: str) -> None:
    response = _get(path)
    assert response.status == 200
    assert response.body.decode().startswith("<!DOCTYPE html>")
    assert response.headers["Content-Security-Policy"] == response.policy
    assert "unsafe" not in response.policy


def test_a_question_is_answered() -> None:
    response = _ask("/answer", {"target": "≥60家", "actual": "58家"})
    assert response.status == 200
    assert json.loads(response.body)["outcome"]["label"] == "未达成"


def test_a_table_is_checked_and_laid_out() -> None:
    checked = json.loads(_ask("/check", {"text": "目标表 甲\r\n  年份：2023\r\n"}).body)
    assert "PF608" in [note["code"] for note in checked["notes"]]
    laid = json.loads(_ask("/format", {"text": "目标表 甲\n\t年度:2023"}).body)
    assert laid == {"text": "目标表 甲\n  年度：2023\n", "notes": []}


def test_halves_of_characters_go_through() -> None:
    assert json.loads(_ask("/answer", {"target": "\ud800"}).body)["target"]["text"] == "\ud800"


@pytest.mark.parametrize(
    "host", ["evil.example:8765", "127.0.0.1", "127.0.0.1:80", "[::1]:8765", "", "127.0.0.1:8765.evil.example"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_under_another_name_nothing_is_answered(host: str, method: str) -> None:
    """A foreign page may reach this server by a name of its own: DNS rebinding."""
    assert _get("/", {"host": host}, method).status == 403
    assert _get("/", {}, method).status == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8765", "http://127.0.0.1:1"])
def test_foreign_pages_are_not_answered(origin: str) -> None:
    assert _ask("/answer", {}, origin=origin).status == 403


def test_the_own_page_is_answered() -> None:
    assert _ask("/answer", {}, origin=f"http://{HOST}", **{"sec-fetch-site": "same-origin"}).status == 200
    assert _ask("/answer", {}, **{"sec-fetch-site": "cross-site"}).status == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_what_a_form_can_send_is_not_answered(kind: str) -> None:
    assert _ask("/answer", {}, **{"content-type": kind}).status == 415


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "PF928"),
        (b"{", "PF928"),
        (b"\xff\xfe\xfd", "PF928"),
        (b"[" * 100_000, "PF928"),
        (b"1" * 100_000, "PF928"),
        (b'{"target": 1}', "PF928"),
        (b'{"nothing": "x"}', "PF928"),
        (json.dumps({"target": "九" * 20_001}).encode(), "PF929"),
    ],
    ids=["空", "半截", "乱码", "很深", "很大的数", "数", "不认识", "太长"],
)
def test_what_is_no_question_is_told_so(body: bytes, code: str) -> None:
    response = _ask("/answer", body)
    assert response.status == 400
    assert _codes(response) == [code]


def test_long_texts_are_refused() -> None:
    assert _codes(_ask("/check", {"text": "九" * (MOST_TEXT + 1)})) == ["PF929"]
    assert _codes(_ask("/check", {}, **{"content-length": str(MOST_BYTES + 1)})) == ["PF929"]


@pytest.mark.parametrize("length", ["", "-1", "1e3", "٣", "9" * 5000])
def test_a_length_that_is_none_is_refused(length: str) -> None:
    assert _ask("/check", {}, **{"content-length": length}).status in {411, 413}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/answer", 405),
        ("OPTIONS", "/answer", 405),
        ("DELETE", "/", 405),
        ("GET", "/etc/passwd", 404),
        ("GET", "/../page.py", 404),
        ("GET", "http://127.0.0.1:8765/", 404),
        ("GET", "/favicon.ico", 204),
    ],
)
def test_there_is_nothing_else(method: str, path: str, status: int) -> None:
    response = _get(path, method=method)
    assert response.status == status
    assert not [name for name in response.headers if name.lower().startswith("access-control")]

"""The server itself: on this computer only, patient with nobody, gone when it is told to."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from threading import Thread
from urllib.request import urlopen

import pytest

from cli.running import run
from perfrules.diagnostics import Code, PerfRulesError
from perfrules.play import Desk
from perfrules.play.server import LocalServer


@pytest.fixture(scope="module")
def server() -> Iterator[LocalServer]:
    with LocalServer(Desk()) as made:
        Thread(target=made.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield made
        made.shutdown()


def _sent(server: LocalServer, data: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_it_listens_on_this_computer_only(server: LocalServer) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    assert server.url == f"http://127.0.0.1:{server.server_port}/"


def test_several_questions_come_over_one_connection(server: LocalServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    for actual, label in (("58家", "未达成"), ("60家", "达成")):
        body = json.dumps({"target": "≥60家", "actual": actual})
        connection.request("POST", "/answer", body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        assert response.status == 200
        assert json.loads(response.read())["outcome"]["label"] == label
    connection.close()


def test_it_says_little_about_itself(server: LocalServer) -> None:
    answer = _sent(server, f"GET / HTTP/1.1\r\nHost: localhost:{server.server_port}\r\n\r\n".encode())
    head = answer.partition(b"\r\n\r\n")[0].decode()
    assert head.startswith("HTTP/1.1 200 ")
    assert "Python" not in head
    assert "X-Content-Type-Options: nosniff" in head
    assert "frame-ancestors 'none'" in head


@pytest.mark.parametrize(
    ("request_text", "status"),
    [
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403),
        ("GET / HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\n\r\n", 400),
        ("POST /answer HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("POST /answer HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n\r\n", 411),
        ("BREW / HTTP/1.1\r\nHost: {host}\r\n\r\n", 501),
        ("GET / HTTP/9.9\r\nHost: {host}\r\n\r\n", 505),
        ("乱写\r\n\r\n", 400),
        ("GET /" + "x" * 70_000 + " HTTP/1.1\r\n\r\n", 414),
        ("GET / HTTP/1.1\r\n" + "X: y\r\n" * 200 + "\r\n", 431),
    ],
    ids=["别的名字", "两个名字", "分块", "没有长度", "没有的方法", "没有的版本", "乱写", "很长", "很多"],
)
def test_bad_requests_are_refused_and_the_connection_closed(
    server: LocalServer, request_text: str, status: int
) -> None:
    answer = _sent(server, request_text.replace("{host}", f"127.0.0.1:{server.server_port}").encode())
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"Connection: close" in answer


def test_a_body_that_breaks_off_is_no_question(server: LocalServer) -> None:
    head = f"POST /answer HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\nContent-Type: application/json\r\n"
    assert _sent(server, f'{head}Content-Length: 100\r\n\r\n{{"target"'.encode()) == b""


def test_a_port_in_use_is_told(server: LocalServer) -> None:
    with pytest.raises(PerfRulesError) as caught:
        LocalServer(Desk(), server.server_port)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code is Code.PORT_TAKEN
    assert str(server.server_port) in diagnostic.message
    assert "已被别的程序占用" in diagnostic.message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有这个信号")
def test_ctrl_c_ends_it_calmly() -> None:
    program = "import sys; from perfrules.cli import main; sys.exit(main(['play']))"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", program], env=environment, **streams) as process:  # type: ignore[call-overload]  # noqa: S603 - our own program
        assert b"http://127.0.0.1:" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
        assert (process.returncode, err) == (0, b"")
        assert out.decode().splitlines()[-1] == "已结束。"


def test_a_browser_that_waits_keeps_nobody_from_being_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text browser holds its terminal until it is closed; it too has to get its page."""
    shown: list[bytes] = []

    def browse(url: str) -> bool:
        with urlopen(url, timeout=60) as page:  # noqa: S310 - our own page
            shown.append(page.read())
        signal.raise_signal(signal.SIGINT)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    assert run("play", "--open").code == 0
    assert shown[0].startswith(b"<!DOCTYPE html>")

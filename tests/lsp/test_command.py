import socket

import pytest

pytest.importorskip("pygls", reason="语言服务器要装 perfrules[lsp]")

from perfrules.cli import main
from perfrules.cli.exit_codes import UNUSABLE
from perfrules.diagnostics import Code


def test_a_port_that_is_taken_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main(["lsp", "--tcp", str(taken.getsockname()[1])]) == UNUSABLE
    assert Code.PORT_UNUSABLE.id in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
def test_a_number_that_is_no_port_is_said(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lsp", "--tcp", port]) == UNUSABLE
    assert Code.PORT_UNUSABLE.id in capsys.readouterr().err

"""What others build on changes only on purpose: it equals the list that was reviewed last."""

from pathlib import Path

import pytest

from guards.checkout import ROOT
from guards.public import public_interface

LIST = Path(__file__).with_name("public.txt")
POLICY = (ROOT / "docs" / "stability.md").read_text("utf-8")


def test_the_interface_is_the_one_that_was_reviewed(request: pytest.FixtureRequest) -> None:
    now = public_interface()
    if request.config.getoption("--spec-update"):
        LIST.write_text(now, "utf-8")
        return
    before, after = (set(text.splitlines()) for text in (LIST.read_text("utf-8"), now))
    gone, new = sorted(before - after), sorted(after - before)
    assert not gone, f"not there any more, or called differently (docs/stability.md): {gone}"
    assert not new, f"new; if on purpose, run pytest tests/guards/test_public.py --spec-update: {new}"


def test_every_kind_of_change_is_in_the_policy() -> None:
    for kind in ("Verdicts", "Codes", "Schemas", "Deprecation", "Exceptions"):
        assert f"## {kind}" in POLICY

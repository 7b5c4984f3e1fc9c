"""Nothing that perfrules knows goes without a page, a row or a test."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from guards.checkout import ROOT
from perfrules.diagnostics import Code
from perfrules.syntax import lexicon
from perfrules.syntax.folding import fold
from perfrules.units import UNITS
from specification import wording
from specification.markdown import read_tables

HEADINGS = ["这是什么", "为什么要紧", "例子", "怎么改", "依据"]
OWN_WORDS = "“{name}”：{note}"
"""The wording of a message that hands on what a scheme itself says."""

PAGES = ROOT / "docs" / "diagnostics"
CHAPTERS = sorted(path for path in (ROOT / "tests" / "spec").glob("*.md") if path.stem != "README")


@cache
def _cells(column: str) -> frozenset[str]:
    """Everything that the rows of the chapters hold in a column."""
    return frozenset(_column(column))


def _column(column: str) -> Iterator[str]:
    for chapter in CHAPTERS:
        for table in read_tables(chapter.read_text("utf-8")):
            if column in table.columns:
                at = table.columns.index(column)
                yield from (value for row in table.rows if (value := row.values[at]) is not None)


# ---- messages


def test_no_two_codes_share_an_id() -> None:
    assert [id for id, count in Counter(code.id for code in Code).items() if count > 1] == []


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {code.id for code in Code}


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_every_page_has_the_same_headings(page: Path) -> None:
    text = page.read_text("utf-8")
    assert re.match(rf"# {page.stem} \S", text)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == HEADINGS


@pytest.mark.parametrize("code", [code for code in Code if code.template != OWN_WORDS], ids=lambda code: code.id)
def test_every_message_ends_with_one_thing_to_do(code: Code) -> None:
    last = re.split(r"[。；]", code.template.removesuffix("。"))[-1]
    assert code.template.endswith("。")
    assert "请" in last


def test_every_code_is_expected_somewhere() -> None:
    in_rows = {id for cell in _cells("诊断") for id in cell.split()}
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py"))
    in_tests = {*re.findall(r"PF\d{3}", code), *(Code[name].id for name in re.findall(r"\bCode\.([A-Z_]+)\b", code))}
    missing = sorted({code.id for code in Code} - in_rows - in_tests)
    assert not missing, f"请在 tests/spec/ 里给这些诊断各加一行：{'、'.join(missing)}"


# ---- words


def _spellings(terminal: str) -> list[re.Pattern[str]]:
    words = lexicon.words()[terminal]
    return [re.compile(re.escape(spelling)) for spelling in words.meanings] + [pattern for pattern, _ in words.patterns]


@pytest.mark.parametrize(
    ("terminal", "place"), [("OPERATOR", r"(?:{})\s*\d.*"), ("CLOSING", r".*\d\D*?(?:{})")], ids=["前", "后"]
)
def test_every_spelling_of_an_operator_has_a_row(terminal: str, place: str) -> None:
    cells = [fold(cell).strip() for cell in _cells("指标值")]
    forms = [(spelling, re.compile(place.format(spelling.pattern))) for spelling in _spellings(terminal)]
    missing = [spelling.pattern for spelling, form in forms if not any(map(form.fullmatch, cells))]
    assert not missing, f"请在 tests/spec/ 里给这些写法各加一行：{'、'.join(missing)}"


def test_every_unit_has_a_row() -> None:
    cells = {re.sub(r"^\D*[\d.]+", "", cell) for cell in (*_cells("指标值"), *_cells("实际值"))} | _cells("单位")
    missing = sorted(set(UNITS.names) - cells)
    assert not missing, f"请在 tests/spec/ 里给这些单位各加一行：{'、'.join(missing)}"


def test_every_form_has_a_row() -> None:
    read = "\n".join(_cells("读作"))
    words = [*(word for word, _ in wording.KINDS.values()), *wording.DIRECTIONS.values(), *wording.ORIGINS.values()]
    missing = [word for word in words if word not in read]
    assert not missing, f"请在 tests/spec/ 里给这些读法各加一行：{'、'.join(missing)}"

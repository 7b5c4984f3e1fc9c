"""Every hostile file ends with a reading or a message, in seconds and bounded memory; nothing is started or fetched."""

from collections.abc import Sequence
from pathlib import Path
from time import process_time

import pytest

from hostile.files import FILES
from hostile.warden import guarded
from perfrules.importing import read_goal_tables
from perfrules.readers import read_actuals

REFUSED = {
    "PF704": ["page tall spans.html"],
    "PF706": [
        *("page nul.html", "text nul.csv", "text utf-16 no mark.csv", "text surrogates.csv", "text mixed.csv"),
        "text odd utf-16.csv",
    ],
    "PF707": ["old noise.xls", "old ring.xls"],
    "PF708": [
        *("doc entities.docx", "doc outside.docx", "doc nested 5000.docx", "doc lying.docx", "doc lzma.docx"),
        *("doc bzip2.docx", "book entities.xlsx", "book outside.xlsx", "book entities in strings.xlsx"),
        *("book outside in strings.xlsx", "book entities in book.xlsx", "book outside in book.xlsx"),
        *("book merge cells in the dark.xlsx", "book styles in a ring.xlsx", "book far cell.xlsx", "book c c c.xlsx"),
        *("book row row.xlsx", "book m m m.xlsx", "book numbers.xlsx", "book lying.xlsx", "book in itself.xlsx"),
    ],
    "PF780": [
        *("doc spans.docx", "doc attributes.docx", "doc many paragraphs.docx", "doc one paragraph.docx"),
        *("book merges over.xlsx", "book path up.xlsx", "book path root.xlsx"),
        *("page deep.html", "page deep tables.html", "page open ends.html", "page open comments.html"),
        *("page open marked.html", "page open declarations.html", "page open orders.html", "page attributes.html"),
        *("page quotes.html", "page references.html", "page script.html", "page spans.html", "page large.html"),
        *("page image.html", "text one line.csv", "text one cell.csv", "text quotes.csv", "text lines.csv"),
        "text returns.csv",
    ],
    "PF851": [
        *("doc members.docx", "book many styles.xlsx", "book many fonts.xlsx", "book many strings.xlsx"),
        *("book many names.xlsx", "book many sheets.xlsx", "book many relations.xlsx", "book dense.xlsx"),
        *("book dense formulas.xlsx", "book wide.xlsx", "page open tags.html"),
    ],
}
"""Files of which no table is read, by the code that says so. Those that are not here have one that is read."""

WHY = {name: code for code, names in REFUSED.items() for name in names}
MEGABYTES, SECONDS_EACH = 1500, 15
"""Half of a small office computer. Most take a tenth of a second of the processor."""


def _read(paths: Sequence[str]) -> dict[str, tuple[int, set[str], float]]:
    found = {}
    for path in paths:
        begun = process_time()
        imported = read_goal_tables(path)
        if Path(path).stat().st_size < 50_000:
            actuals = read_actuals(path)
            assert actuals.values or actuals.diagnostics, path
        codes = {each.code.id for each in imported.diagnostics}
        found[Path(path).name] = len(imported.goal_tables), codes, process_time() - begun
    return found


@pytest.mark.parametrize("kind", ["doc", "book", "page", "text", "old"])
def test_files_end_with_a_reading_or_a_message(kind: str, tmp_path: Path) -> None:
    names = [name for name in FILES if name.startswith(f"{kind} ")]
    for name in names:
        (tmp_path / name).write_bytes(FILES[name]())
    done = guarded(_read, [str(tmp_path / name) for name in names], megabytes=MEGABYTES, seconds=200)
    assert not done.error
    assert isinstance(done.result, dict)
    for name, (tables, codes, seconds) in done.result.items():
        assert seconds < SECONDS_EACH, name
        assert tables == (name not in WHY), (name, codes)
        assert WHY.get(name, "PF783") in codes, (name, codes)
    assert {path.name for path in tmp_path.iterdir()} == set(names)


def test_the_guard_sees_what_reaches_out() -> None:
    assert "socket" in guarded(_call_out, megabytes=MEGABYTES, seconds=5).error
    assert "MemoryError" in guarded(_take, megabytes=MEGABYTES, seconds=5).error


def _call_out() -> None:
    import socket  # noqa: PLC0415

    socket.socket()


def _take() -> None:
    bytes(MEGABYTES * 2**20)


def test_a_formula_without_a_result_is_told_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(FILES["book not calculated.xlsx"]())
    imported = read_goal_tables(path)
    told = [str(each.labels[0].place) for each in imported.diagnostics if each.code.id == "PF852"]
    assert told == [f"{path} 工作表“一” 第2行第2列"]
    assert imported.goal_tables[0].indicators[0].target.text == ""

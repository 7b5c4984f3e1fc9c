"""How long does the year of a department with 500 projects take, each in a Word or Excel file of its own?

Run by hand: `python tests/benchmarks/year.py [projects]`. The files are made first, which does not count; then each
command runs in a process of its own, as people run it. Beside each time stands how much memory it took at most.
"""

import io
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from openpyxl import Workbook

PROJECTS = 500
COMMAND = "import sys; from perfrules.cli import main; sys.exit(main())"

LINES = (
    ("产出指标", "数量指标", "第{n}号渠道衬砌长度", "≥{a}公里", "{a}公里"),
    ("产出指标", "数量指标", "新增高效节水面积", "≥{b}亩", "{a}亩"),
    ("产出指标", "数量指标", "培训农户人次", "{b}人次", "{b}人次"),
    ("产出指标", "质量指标", "工程验收合格率", "≥9{d}%", "100%"),
    ("产出指标", "质量指标", "设备完好率", "≥9{d}%", "9{d}.5%"),
    ("产出指标", "时效指标", "工程完工时间", "2023年1{e}月{c}日前", "2023年10月{c}日"),
    ("产出指标", "成本指标", "每公里造价", "≤{a}万元/公里", "{a}万元/公里"),
    ("效益指标", "经济效益指标", "亩均增收", "≥{b}元", "{b}元"),
    ("效益指标", "社会效益指标", "受益人口", "≥{a}万人", "{b}人"),
    ("效益指标", "社会效益指标", "灌溉保证率", "较上年提高", "提高{d}个百分点"),
    ("效益指标", "生态效益指标", "水土流失面积", "减少", "有所减少"),
    ("满意度指标", "服务对象满意度指标", "受益群众满意度", "≥9{d}%", "9{d}%"),
)
HEADERS = ("一级指标", "二级指标", "三级指标", "指标值")


def _rows(number: int) -> list[tuple[str, ...]]:
    """Give the form of a project: every number is its own, so that hardly a cell is read twice."""
    numbers = {"n": number, "a": 10 + number, "b": 1000 + 7 * number, "c": 1 + number % 28}
    numbers |= {"d": number % 10, "e": number % 3}
    lines = [tuple(text.format(**numbers) for text in line[:4]) for line in LINES]
    head = [("项目名称", _name(number), "", ""), ("预算数", f"{100 + number}万元", "", "")]
    goal = [("绩效目标", f"完成第{number}号灌区改造，改善灌溉条件。", "", "")]
    return [("项目支出绩效目标表", "", "", ""), ("（2023年度）", "", "", ""), *head, *goal, HEADERS, *lines]


def _name(number: int) -> str:
    return f"第{number}号灌区改造"


def _documents(folder: Path, projects: int) -> None:
    """Write Word files: the first by python-docx, the others as copies of it with their own texts."""
    rows = _rows(0)
    document = Document()
    table = document.add_table(len(rows), len(HEADERS))
    cells = table._cells
    for index in range(len(rows) * len(HEADERS)):
        cells[index].text = f"@{index}@" if rows[index // 4][index % 4] else ""
    stream = io.BytesIO()
    document.save(stream)
    with ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    for number in range(projects):
        own = body
        for index, text in enumerate(text for row in _rows(number) for text in row):
            own = own.replace(f"@{index}@", text, 1)
        with ZipFile(folder / f"{number:03}.docx", "w", ZIP_DEFLATED) as archive:
            for name, data in (parts | {"word/document.xml": own.encode()}).items():
                archive.writestr(name, data)


def _workbooks(folder: Path, projects: int) -> None:
    for number in range(projects):
        _save(folder / f"{number:03}.xlsx", _rows(number))


def _actuals(folder: Path, projects: int) -> None:
    rows: list[tuple[str, ...]] = [("项目名称", "三级指标", "实际完成值")]
    for number in range(projects):
        numbers = {"n": number, "a": 10 + number, "b": 1000 + 7 * number, "c": 1 + number % 28, "d": number % 10}
        rows += [(_name(number), line[2].format(**numbers), line[4].format(**numbers)) for line in LINES]
    _save(folder / "实际值.xlsx", rows)
    money = [(_name(number), str(100 + number), str(100 + number - number % 9)) for number in range(projects)]
    _save(folder / "资金.xlsx", [("项目名称", "全年预算数（万元）", "全年执行数（万元）"), *money])


def _save(path: Path, rows: list[tuple[str, ...]]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("表")
    for row in rows:
        sheet.append(row)
    book.save(path)


def _commands(folder: Path) -> Iterator[tuple[str, list[str]]]:
    outside = folder.parent
    yield "import", ["import", str(folder), "-o", str(outside / f"{folder.name}.rules")]
    yield "report", ["report", str(folder), "--format", "csv", "-o", str(outside / "一览.csv")]
    yield (
        "report --as-of",
        ["report", str(folder), "--as-of", "2023-09-30", "--format", "csv", "-o", str(outside / "一览.csv")],
    )
    yield "evaluate --format json", ["evaluate", str(folder), "--format", "json", "-o", str(outside / "自评.json")]


def _timed(arguments: list[str]) -> tuple[float, int, int]:
    """Run a command; give its seconds, its memory in MB and its exit code."""
    start = time.perf_counter()
    process = os.posix_spawn(
        sys.executable,
        [sys.executable, "-c", COMMAND, *arguments],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)],
    )
    _, status, usage = os.wait4(process, 0)
    return time.perf_counter() - start, usage.ru_maxrss // 1024, os.waitstatus_to_exitcode(status)


def main() -> None:
    """Make the folders, and time every command on each."""
    projects = int(sys.argv[1]) if len(sys.argv) > 1 else PROJECTS
    with tempfile.TemporaryDirectory() as place:
        for kind, write in (("Word", _documents), ("Excel", _workbooks)):
            folder = Path(place) / kind
            folder.mkdir()
            write(folder, projects)
            _actuals(folder, projects)
            for name, arguments in _commands(folder):
                seconds, memory, code = _timed(arguments)
                print(f"| {kind} | {name} | {projects} | {seconds:.1f} s | {memory} MB | {code} |", flush=True)


if __name__ == "__main__":
    main()

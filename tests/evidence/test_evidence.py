"""A result says which files and schemes it rests on, and the same files give the same bytes, wherever they lie."""

import hashlib
import json
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from docx import Document

import perfrules
from cli.running import run, run_process
from filling.forms import sheets, template
from perfrules.evidence import Evidence, FileRecord
from perfrules.evidence.program import shipped_texts

TABLE = "目标表 科普活动\n  年度：2023\n  产出指标\n    数量指标\n      场次：≥5场\n"
FILLED = "三级指标,指标值,实际完成值,分值,得分\n场次,≥5场,6场,90,90\n"
VALUES = "项目,三级指标,实际完成值\n科普活动,场次,6场\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "表").mkdir()
    (tmp_path / "表" / "科普.rules").write_text(TABLE, "utf-8")
    (tmp_path / "实际值.csv").write_text(VALUES, "utf-8")
    (tmp_path / "已填.csv").write_text(FILLED, "utf-8")
    return tmp_path


def _evidence(evidence: Evidence | None) -> Evidence:
    assert evidence is not None
    return evidence


def test_a_report_names_its_files_with_the_hash_of_their_bytes(folder: Path) -> None:
    evidence = _evidence(perfrules.load(folder / "表").evaluate(folder / "实际值.csv").evidence)
    assert evidence.ruleset == (FileRecord("表/科普.rules", hashlib.sha256(TABLE.encode()).hexdigest()),)
    assert evidence.inputs == (FileRecord("实际值.csv", hashlib.sha256(VALUES.encode()).hexdigest()),)
    assert evidence.years == (2023,)


def test_the_scheme_stands_there_with_its_document_validity_and_numbers(folder: Path) -> None:
    evidence = _evidence(perfrules.load(folder).evaluate({}, scheme="central/mof-2020-10").evidence)
    (scheme,) = evidence.authorities
    assert (scheme.document, scheme.in_force) == ("财预〔2020〕10号", date(2020, 2, 25))
    assert dict(scheme.parameters)
    assert evidence.inputs == ()


def test_monitoring_audit_and_review_have_evidence_too(folder: Path) -> None:
    ruleset = perfrules.load(folder)
    followed = _evidence(ruleset.monitor(folder / "实际值.csv", date(2023, 7, 31)).evidence)
    assert (followed.as_of, followed.authorities[0].document) == (date(2023, 7, 31), "财预〔2019〕136号")
    audited = _evidence(
        ruleset.audit(BytesIO("三级指标,指标值,实际完成值,分值,得分\n场次,≥5场,6场,10,10".encode())).evidence
    )
    assert [file.name for file in audited.inputs] == ["标准输入"]
    reviewed = _evidence(ruleset.review(last_year=ruleset).evidence)
    assert reviewed.inputs == reviewed.ruleset == ruleset.files


EVALUATE = ("evaluate", "表", "--actuals", "实际值.csv")
MONITOR = ("monitor", "表", "--actuals", "实际值.csv", "--as-of", "2023-07-31")
REPORT = ("report", "表", "--actuals", "实际值.csv", "--as-of", "2023-07-31")
REVIEW = ("review", "表")
AUDIT = ("evaluate", "--audit", "已填.csv")
OUTPUTS = [
    *((EVALUATE, name) for name in ("json", "md", "html", "xlsx", "docx")),
    *((MONITOR, name) for name in ("json", "md", "csv", "html", "xlsx", "docx")),
    *((REPORT, name) for name in ("json", "md", "csv", "html")),
    *((REVIEW, name) for name in ("json", "sarif", "csv", "html", "xlsx", "docx")),
    *((AUDIT, name) for name in ("json", "csv", "html")),
    *((("export", "表"), name) for name in ("xlsx", "docx")),
]


@pytest.mark.parametrize(("command", "form"), OUTPUTS, ids=[f"{command[0]}-{name}" for command, name in OUTPUTS])
def test_the_same_files_give_the_same_bytes_in_another_folder_and_process(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], form: str
) -> None:
    elsewhere = tmp_path / "别处" / "深处"
    shutil.copytree(folder / "表", elsewhere / "表")
    for name in ("实际值.csv", "已填.csv"):
        shutil.copy(folder / name, elsewhere)
    is_office = form in {"xlsx", "docx"}
    arguments = [*command, "-o", f"结果.{form}", *(() if is_office else ("--format", form))]
    written = []
    for place, start in ((folder, run), (elsewhere, run_process)):
        monkeypatch.chdir(place)
        done = start(*arguments)
        assert {line.split("：")[0][:2] for line in done.err.splitlines()} <= {"已写", "得分"}, done.err
        written.append((place / f"结果.{form}").read_bytes())
    assert written[0] == written[1]
    shown = _remarks(folder / f"结果.{form}") if is_office else written[0].decode()
    name, digest = ("已填.csv", FILLED) if command is AUDIT else ("科普.rules", TABLE)
    wanted = (_together(digest),) if form == "csv" else (name, _sha256(digest)[:16])
    assert [each for each in wanted if each not in shown] == []


def _remarks(file: Path) -> str:
    with ZipFile(file) as package:
        return package.read("docProps/core.xml").decode()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _together(text: str) -> str:
    """What a list shows of the hash over one file."""
    return _sha256(f"{_sha256(text)}\n")[:16]


def test_a_workbook_has_a_sheet_with_whole_hashes_and_a_document_ends_with_the_files_together(folder: Path) -> None:
    (folder / "表" / "科普.rules").rename(folder / "表" / "=1+1.rules")
    report = perfrules.load(folder / "表").evaluate(folder / "实际值.csv")
    report.to_xlsx(folder / "自评表.xlsx")
    report.to_docx(folder / "自评表.docx")
    rows = sheets(folder / "自评表.xlsx")["依据"]
    assert rows[0] == ["依据", "内容", "SHA-256"]
    assert [None, "表/=1+1.rules", _sha256(TABLE)] in rows
    assert ["填报文件", "1个，合计", _sha256(f"{_sha256(VALUES)}\n")] in rows
    last = Document(str(folder / "自评表.docx")).paragraphs[-1].text
    assert f"规则文件：1个，合计　SHA-256 {_together(TABLE)}…；填报文件：1个" in last


def test_an_office_template_without_a_place_for_it_has_the_evidence_too(folder: Path) -> None:
    own = template(folder / "本局.xlsx", "{{每个项目}}", [["{{项目名称}}"]])
    perfrules.load(folder / "表").evaluate(folder / "实际值.csv").to_xlsx(folder / "自评表.xlsx", own)
    assert list(sheets(folder / "自评表.xlsx")) == ["科普活动", "依据"]


def test_a_written_workbook_is_read_without_the_sheet(folder: Path) -> None:
    perfrules.load(folder / "表").to_xlsx(folder / "目标表.xlsx")
    again = perfrules.read(folder / "目标表.xlsx")
    assert [table.name for table in again.goal_tables] == ["科普活动"]
    assert [str(each) for each in again.diagnostics if "依据" in str(each)] == []


def test_sarif_has_the_files_with_their_hashes(folder: Path) -> None:
    (run_,) = json.loads(run("review", str(folder / "表"), "--format", "sarif").out)["runs"]
    assert run_["artifacts"] == [{"location": {"uri": quote("表/科普.rules")}, "hashes": {"sha-256": _sha256(TABLE)}}]
    assert run_["properties"]["evidence"]["years"] == [2023]


def test_the_evidence_does_not_depend_on_how_a_folder_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "表")
    assert perfrules.load(".").files == perfrules.load(folder / "表").files


def test_one_other_character_is_another_hash(folder: Path) -> None:
    before = perfrules.load(folder).review().evidence
    (folder / "表" / "科普.rules").write_text(TABLE.replace("≥5场", "≥4场"), "utf-8")
    after = perfrules.load(folder).review().evidence
    assert _evidence(before).to_dict()["ruleset"] != _evidence(after).to_dict()["ruleset"]
    assert _evidence(before).texts == _evidence(after).texts == shipped_texts()


def test_a_file_that_cannot_be_read_is_no_evidence(folder: Path) -> None:
    ruleset = perfrules.load(folder, folder / "没有.rules")
    assert [file.name for file in ruleset.files] == [f"{folder.name}/表/科普.rules"]

"""A result says which files and schemes it rests on, and the same files give the same bytes, wherever they lie."""

import hashlib
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

import perfrules
from cli.running import run, run_process
from perfrules.evidence import Evidence, FileRecord
from perfrules.evidence.program import shipped_texts

TABLE = "目标表 科普活动\n  年度：2023\n  产出指标\n    数量指标\n      场次：≥5场\n"
VALUES = "项目,三级指标,实际完成值\n科普活动,场次,6场\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "表").mkdir()
    (tmp_path / "表" / "科普.rules").write_text(TABLE, "utf-8")
    (tmp_path / "实际值.csv").write_text(VALUES, "utf-8")
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


@pytest.mark.parametrize("command", ["evaluate", "monitor"])
@pytest.mark.parametrize("form", ["json", "markdown"])
def test_the_same_files_give_the_same_bytes_in_another_folder_and_process(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, form: str
) -> None:
    elsewhere = tmp_path / "别处" / "深处"
    shutil.copytree(folder / "表", elsewhere / "表")
    shutil.copy(folder / "实际值.csv", elsewhere)
    name = {"evaluate": {"markdown": "md"}}.get(command, {}).get(form, form)
    day = ["--as-of", "2023-07-31"] if command == "monitor" else []
    arguments = [command, "表", "--actuals", "实际值.csv", *day, "--format", name]
    monkeypatch.chdir(folder)
    first = run(*arguments)
    monkeypatch.chdir(elsewhere)
    assert run_process(*arguments).out == first.out
    assert "科普.rules" in first.out


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

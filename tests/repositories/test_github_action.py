"""The GitHub Action: what stands in it is run, step by step, but for what only GitHub has."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml

from guards.checkout import ROOT
from repositories.office import commands, write

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "github-action" / "action.yml").read_text("utf-8"))
INPUTS = {name: each["default"] for name, each in ACTION["inputs"].items()}
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}


@attrs.frozen
class Job:
    """A repository in which steps are run; outputs of earlier steps can be used by later ones."""

    folder: Path
    environment: dict[str, str]

    def run(self, name: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run a step with some inputs, as GitHub runs `shell: bash`."""
        step = STEPS[name]
        given = {key: self._value(text, {**INPUTS, **inputs}) for key, text in step.get("env", {}).items()}
        return subprocess.run(  # noqa: S603 - our own words
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],  # noqa: S607 - bash is on the path
            cwd=self.folder,
            env={**self.environment, "GITHUB_OUTPUT": str(self.folder / ".outputs"), **given},
            capture_output=True,
            text=True,
            check=False,
        )

    def _value(self, text: str, inputs: dict[str, str]) -> str:
        def found(match: re.Match[str]) -> str:
            path = match[1].strip()
            return inputs[path.removeprefix("inputs.")] if path.startswith("inputs.") else self._output(path)

        return re.sub(r"\$\{\{(.*?)\}\}", found, text)

    def _output(self, path: str) -> str:
        assert path.startswith("steps.review.outputs.")
        lines = (self.folder / ".outputs").read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)[path.rpartition(".")[2]]


@pytest.fixture
def job(tmp_path: Path) -> Job:
    folder = tmp_path / "repository"
    folder.mkdir()
    write(folder)
    return Job(folder, commands(tmp_path / "bin"))


def test_texts_of_users_reach_bash_only_as_values() -> None:
    assert all("${{" not in step["run"] for step in STEPS.values())
    assert all(step["shell"] == "bash" for step in STEPS.values())


def test_its_steps_are_tried() -> None:
    tried = {"Run the examples", "Review the goal tables", "Fail where there are findings"}
    assert set(STEPS) == {"Install perfrules", *tried}


def test_a_repository_is_tested_and_reviewed(job: Job) -> None:
    done = job.run("Run the examples")
    assert "共1例，全部相符" in done.stdout, done.stderr
    done = job.run("Review the goal tables", level="错误", paths="目标表.rules 某省.rules")
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads((job.folder / "perfrules.sarif").read_text("utf-8"))["runs"][0]["results"] == []
    assert job.run("Fail where there are findings").returncode == 0


def test_findings_are_written_before_the_job_fails(job: Job) -> None:
    assert job.run("Review the goal tables", level="提醒").returncode == 0
    results = json.loads((job.folder / "perfrules.sarif").read_text("utf-8"))["runs"][0]["results"]
    places = [place["physicalLocation"]["artifactLocation"]["uri"] for each in results for place in each["locations"]]
    assert places
    assert all(not place.startswith(("/", "file:")) for place in places)
    assert job.run("Fail where there are findings").returncode == 1


def test_files_that_cannot_be_read_stop_it(job: Job) -> None:
    assert job.run("Review the goal tables", paths="没有").returncode == 2


def test_a_wrong_example_stops_it(job: Job) -> None:
    scheme = job.folder / "某省.rules"
    scheme.write_text(scheme.read_text("utf-8").replace("得分 0", "得分 1"), "utf-8")
    assert job.run("Run the examples").returncode == 1

"""Builds the documentation site: `python docs/site/build.py FOLDER` leaves it in FOLDER/site, to be opened or served.

It only gathers: documents from where they lie, and pages made of the code. It needs the extra `docs` and no network.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from gathering import gathered, write
from reference import made_pages

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

Nav: TypeAlias = "str | Mapping[str, str | Sequence[Nav]]"

_DOCUMENTS = (
    *("README.md", "README.zh.md", "CHANGELOG.md", "docs/README.md"),
    *("docs/*.md", "docs/*/*.md", "tests/spec/*.md"),
)
_IN_THEIR_PLACE = {"decisions", "diagnostics", "how-to", "reference", "rule-writing", "site"}
_HOME = "docs/site/index.md"


def build(folder: Path) -> int:
    """Gather the pages into a folder and build the site there; give the exit code of the generator."""
    pages = folder / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    documents = sorted({path.relative_to(ROOT).as_posix() for each in _DOCUMENTS for path in ROOT.glob(each)} - {_HOME})
    home = {"index.md": (ROOT / _HOME).read_text("utf-8")}
    write(gathered(ROOT, documents, {**home, **made_pages()}), pages)
    for extra in ("site.css", "offline.js"):
        shutil.copyfile(HERE / extra, pages / extra)
    settings = (HERE / "zensical.toml").read_text("utf-8")
    settings = settings.replace("{source}", (ROOT / "src").as_posix()).replace("{here}", HERE.as_posix())
    settings = settings.replace("[project]\n", f"[project]\nnav = {_toml(list(navigation(pages)))}\n", 1)
    (folder / "zensical.toml").write_text(settings, "utf-8")
    generator = [sys.executable, "-m", "zensical", "build", "--strict", "--clean", "-f", "zensical.toml"]
    done = subprocess.run(generator, cwd=folder, check=False)  # noqa: S603 - the generator of the extra
    if done.returncode == 0:
        _let_files_be_searched(folder / "site")
    return done.returncode


def _let_files_be_searched(site: Path) -> None:
    """Write what is searched as a script too, since a page that was opened from a folder may read nothing else."""
    index = (site / "search.json").read_text("utf-8")
    (site / "search.js").write_text(f"var __index = {index}", "utf-8")


def navigation(pages: Path) -> list[Nav]:
    """Give the pages in the order in which people look for them; what is only looked up by its code is not listed."""
    how_to = [_entry(pages, path) for path in sorted(pages.glob("docs/how-to/*.md")) if path.name != _README]
    chapters = [_entry(pages, path) for path in sorted(pages.glob("tests/spec/[0-9]*.md"))]
    decisions = [_entry(pages, path) for path in sorted(pages.glob("docs/decisions/0*.md"))]
    others = (path for path in pages.glob("docs/*/*.md") if path.parent.name not in _IN_THEIR_PLACE)
    top = (path for path in pages.glob("docs/*.md") if path.name != _README)
    loose = {path: _entry(pages, path) for path in sorted((*top, *others))}
    for_offices = [loose.pop(path) for path, entry in [*loose.items()] if not str(*entry).isascii()]
    return [
        {"首页": "index.md"},
        {"一年里怎么用": ["docs/how-to/README.md", *how_to]},
        {
            "学写规则": [
                _entry(pages, path) for path in sorted((pages / "docs/rule-writing").glob("*.md"), reverse=True)
            ]
        },
        {
            "查": [
                {"命令": "docs/reference/commands.md"},
                {"评分办法": "docs/reference/schemes.md"},
                {"监控办法": "docs/reference/methods.md"},
                *for_offices,
                {
                    "提示编号": ["docs/diagnostics/index.md"]
                },  # a list: alone, it would be taken for the page of the part
            ]
        },
        {"规格": ["tests/spec/README.md", *chapters]},
        {
            "Developers": [
                {"README": "README.en.md"},
                {"Python API": "docs/reference/python.md"},
                *loose.values(),
                {"Decisions": ["docs/decisions/README.md", *decisions]},
                {"Changelog": "CHANGELOG.md"},
            ]
        },
    ]


_README = "README.md"


def _entry(pages: Path, path: Path) -> dict[str, str]:
    title = path.read_text("utf-8").partition("\n")[0].removeprefix("# ").replace("`", "")
    return {title: path.relative_to(pages).as_posix()}


def _toml(value: object) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{_toml(key)} = {_toml(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(build(Path(sys.argv[1]).absolute()))

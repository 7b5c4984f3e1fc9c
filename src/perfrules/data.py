"""Where the text files that perfrules ships are found.

`grammar/`, `rulesets/`, `docs/diagnostics/`, `docs/schema/` and `docs/templates/` lie at the top of the project, where
people read and edit them. A wheel carries them inside the package as `_data/`; in a checkout that is installed editable
they are read where they lie, so that an edit counts at once and no second copy can go stale.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOT = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parents[1]


def resource(path: str) -> Path:
    """Give the path of a shipped file or folder, named relative to the top of the project.

    >>> resource("grammar/units.txt").is_file()
    True
    """
    return _ROOT / path


def read_text(path: str) -> str:
    """Read a shipped UTF-8 text file.

    >>> read_text("grammar/units.txt").startswith("#")
    True
    """
    return resource(path).read_text(encoding="utf-8")

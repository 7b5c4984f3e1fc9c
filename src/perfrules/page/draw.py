"""Draws a page as one HTML file that loads nothing: its style, its script and its drawings are inside.

A Content-Security-Policy names the style and the script by their hashes, so that nothing else runs even if a name in a
table were taken for markup, which the escaping of every value prevents in the first place.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from perfrules.page.chart import HEIGHT, WIDTH, drawn
from perfrules.page.scale import decimal, length
from perfrules.page.view import Page

if TYPE_CHECKING:
    from jinja2 import Environment, Template

FEW = 5
"""Up to so many projects are shown opened, and printed with the reasons for every score."""

_FOLDER = Path(__file__).parent
_UNUSABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that may stand in no HTML text: control characters, and halves of others."""


def draw(page: Page) -> str:
    """Give the HTML text of a page. The same page gives the same text.

    Raises:
        ModuleNotFoundError: jinja2, of the extra `html`, is not installed.

    >>> "<h1>例</h1>" in draw(Page("例", "某局"))
    True
    """
    return _template().render(page=page, few=len(page.projects) <= FEW)


@cache
def _template() -> "Template":
    from markupsafe import Markup  # noqa: PLC0415 - it comes with jinja2

    style, script = (style_text("colours.css", "parts.css", "page.css"), style_text("page.js"))
    drawing = environment()
    drawing.globals |= {
        "style": Markup(style),  # noqa: S704 - our own files, the only texts that are not escaped
        "script": Markup(script),  # noqa: S704
        "policy": f"default-src 'none'; style-src '{content_hash(style)}'; script-src '{content_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
    }
    return drawing.get_template("page.html.jinja")


def environment() -> "Environment":
    """Give what draws the pieces, whatever they are put into."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only pages need it

    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    made.globals |= {"drawn": drawn, "width": WIDTH, "height": HEIGHT}
    made.filters |= {"percent": length, "decimal": decimal}
    return made


def style_text(*names: str) -> str:
    """Give our own files of style and script, one after the other."""
    return "\n".join((_FOLDER / name).read_text("utf-8").strip() for name in names)


def shapes_text() -> str:
    """Give the shapes that the marks of tones are drawn with; they stand once in a page.

    >>> 'id="pf-good"' in shapes_text()
    True
    """
    return str(environment().get_template("parts.html.jinja").module.shapes())  # type: ignore[attr-defined]


def content_hash(text: str) -> str:
    """Name a style or script as a Content-Security-Policy does.

    >>> content_hash("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _clean(value: object) -> object:
    """Put the replacement character for what may stand in no HTML text."""
    if isinstance(value, str) and _UNUSABLE.search(value):
        return type(value)(_UNUSABLE.sub("\ufffd", value))
    return value

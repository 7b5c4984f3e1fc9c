"""The local page: one HTML file with its style, its script and its examples inside."""

import json
import re
from pathlib import Path

import attrs

from perfrules.data import read_text
from perfrules.page.draw import content_hash, shapes_text, style_text
from perfrules.play.desk import Desk
from perfrules.play.examples import EXAMPLES, TABLES

_FOLDER = Path(__file__).parent


@attrs.frozen
class LocalPage:
    """The HTML text, and the Content-Security-Policy that lets only its own style and script work."""

    text: str
    policy: str


def local_page(desk: Desk) -> LocalPage:
    """Give the page. Only its script asks for anything, and only of the server that it came from.

    >>> "default-src 'none'" in local_page(Desk()).policy
    True
    """
    style = "\n".join((style_text("colours.css", "parts.css", "page.css"), _read("play.css")))
    script = _read("play.js")
    start = {
        "examples": [{"title": title, "question": question.to_dict()} for title, question in EXAMPLES],
        "tables": [{"title": title, "text": read_text(name)} for title, name in TABLES],
        "text": desk.text,
        "own": [scheme.name for scheme in desk.ruleset.schemes],
    }
    pieces = {
        "shapes": shapes_text(),
        "style": style,
        "script": script,
        "start": json.dumps(start).replace("<", "\\u003c"),
    }
    text = re.sub(r"@@(\w+)@@", lambda found: pieces[found[1]], _read("play.html"))
    policy = (
        f"default-src 'none'; style-src '{content_hash(style)}'; script-src '{content_hash(script)}'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return LocalPage(text, policy)


def _read(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8").strip()

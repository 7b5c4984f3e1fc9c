"""Draws a page for a notebook: one piece of HTML with its style, without script, no longer than can be looked at.

The pieces and their style are those of the page. A notebook has a style of its own and may be light or dark whatever
the system is, so everything is nested below one selector that outranks the notebook's, and its theme is asked first.
"""

import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

import attrs

from perfrules.page.draw import FEW, environment, style_text
from perfrules.page.view import Group, Page, Project, Remarks, Row, Table

if TYPE_CHECKING:
    from jinja2 import Template

MOST = 60
"""Rows of a table, and messages of a kind, that are shown."""

_REST = "内容较多，这里没有全部列出。"
_SCOPE = ":is(.perfrules, #perfrules)"
"""Below it every rule counts as much as one with an id."""

_LIGHT = ':is([data-jp-theme-light="true"], .vscode-light)'
_DARK = (
    ':is([data-jp-theme-light="false"], .vscode-dark, .vscode-high-contrast, html[theme="dark"], [data-theme="dark"])'
)
"""What JupyterLab and nbconvert, VS Code, Colab and sites of documentation say about their theme."""


def draw_inline(page: Page) -> str | None:
    """Give the HTML text that a notebook shows; None where jinja2 is not installed, so that it shows the `repr`.

    >>> "<strong>例</strong>" in str(draw_inline(Page("例", "某局")))
    True
    """
    try:
        template = _template()
    except ModuleNotFoundError:
        return None
    # What is drawn with ids must not share them with another result in the same notebook.
    key = f"pf{hashlib.sha256(repr(page).encode('utf-8', 'replace')).hexdigest()[:8]}"
    shown = _shortened(page)
    return template.render(page=shown, key=key, rest="" if _is_whole(page, shown) else _REST)


def _shortened(page: Page) -> Page:
    projects = page.projects if len(page.projects) <= FEW else ()
    return attrs.evolve(
        _unlinked(page),
        overview=None if page.overview is None else _first_rows(_still(page.overview)),
        projects=tuple(_first_lines(project) for project in projects),
        remarks=tuple(map(_first_items, page.remarks)),
    )


def _is_whole(page: Page, shown: Page) -> bool:
    return attrs.evolve(shown, remarks=page.remarks) == _unlinked(page)


def _first_items(remarks: Remarks) -> Remarks:
    """Give the first messages, and how many there are."""
    count = len(remarks.items)
    more = f"，列出前{MOST}" if count > MOST else ""
    return Remarks(f"{remarks.title}（{count}{more}）", remarks.items[:MOST])


def _unlinked(page: Page) -> Page:
    """Give the page without what needs the script or leads to other places on it."""
    return attrs.evolve(page, overview=None if page.overview is None else _still(page.overview))


def _still(table: Table) -> Table:
    groups = (attrs.evolve(group, rows=tuple(map(_unlinked_row, group.rows))) for group in table.groups)
    return attrs.evolve(table, groups=tuple(groups), sought="")


def _unlinked_row(row: Row) -> Row:
    return attrs.evolve(row, cells=tuple(attrs.evolve(cell, link="") for cell in row.cells))


def _first_lines(project: Project) -> Project:
    return project if project.table is None else attrs.evolve(project, table=_first_rows(project.table))


def _first_rows(table: Table) -> Table:
    groups, left = list[Group](), MOST
    for group in table.groups:
        if left > 0:
            groups.append(attrs.evolve(group, rows=group.rows[:left]))
            left -= len(group.rows)
    return attrs.evolve(table, groups=tuple(groups))


@cache
def _template() -> "Template":
    from markupsafe import Markup  # noqa: PLC0415 - it comes with jinja2

    drawing = environment()
    drawing.globals["style"] = Markup(_style())  # noqa: S704 - our own files, the only texts that are not escaped
    return drawing.get_template("inline.html.jinja")


def _style() -> str:
    light, dark = re.findall(r":root \{(.*?)\}", style_text("colours.css"), re.DOTALL)
    dark = f"color-scheme: dark;{dark}"
    themes = (
        f"{_SCOPE} {{{light}}}",
        f"@media (prefers-color-scheme: dark) {{ {_SCOPE} {{{dark}}} }}",
        f"{_LIGHT} {_SCOPE} {{{light} color-scheme: light; }}",
        f"{_DARK} {_SCOPE} {{{dark}}}",
    )
    pieces = style_text("parts.css")
    # What stands in a symbol is drawn where it is used, and there nothing is below anything else.
    symbols = re.findall(r"^\.pf-.*$", pieces, re.MULTILINE)
    nested = f"{_SCOPE} {{ {pieces} {style_text('inline.css')} }}"
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", " ".join((*themes, *symbols, nested)), flags=re.DOTALL))

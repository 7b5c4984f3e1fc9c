"""The pages that the tests look at, and how they read them."""

from datetime import date
from functools import cache
from xml.etree import ElementTree

import html5lib

from perfrules import load
from perfrules.data import resource
from perfrules.report import Report
from report.tables import indicator, project, report, row, spent

TABLES = str(resource("rulesets/gaoxin-keji-2023"))
FIGURES = resource("rulesets/gaoxin-keji-2023/示例")
MANY = 500

HOSTILE = (
    "<script>document.title = '入侵'</script>",
    '"><img src=x onerror="document.title = 1">',
    "</style></title></textarea><!--",
    "{{ 7 * 7 }}{% raw %}",
    "长" * 300,
    "w" * 300,
    "零\x00宽\x1b[31m\u202e倒\ud800",
    "&lt;&amp;&#0;",
)
"""Names that would break a page that takes a text for markup, or for a short word."""


@cache
def evaluated() -> str:
    """The page of the document of 2023 with its demonstration figures."""
    ruleset = load(TABLES)
    files = [str(FIGURES / f"{name}-2023.csv") for name in ("actuals", "spending")]
    return ruleset.evaluate(files).to_html(ruleset.review())


@cache
def monitored() -> str:
    """The page of its demonstration figures of July."""
    files = [str(FIGURES / f"{name}-2023-07.csv") for name in ("monitor", "monitor-spending")]
    return load(TABLES).monitor(files, date(2023, 7, 31)).to_html()


def hostile_report() -> Report:
    """Give a report in which every text is one of the hostile names."""
    tables = [project(name, indicator(name, name, name, name), department=name) for name in HOSTILE]
    return report(tables, [row(name, name, name, reason=name) for name in HOSTILE], [spent(HOSTILE[0])])


@cache
def hostile() -> str:
    """The page of the hostile report."""
    return hostile_report().to_html()


def many_report() -> Report:
    """Give the report of a department with many projects, half of which met their target."""
    names = [f"项目{number:03d}" for number in range(MANY)]
    rows = [row("企业数", f"{50 + number % 20}家", name) for number, name in enumerate(names)]
    tables = [
        project(name, indicator("企业数", "≥60家"), budget=f"{number + 1}万元") for number, name in enumerate(names)
    ]
    return report(tables, rows, [spent(name, "1万元") for name in names])


@cache
def many() -> str:
    """The page of that report."""
    return many_report().to_html()


@cache
def reviewed() -> str:
    """The page of a review of the same document."""
    return load(TABLES).review().to_html()


PAGES = {"自评": evaluated, "审核": reviewed, "监控": monitored, "恶意": hostile, "许多项目": many}


def tree(text: str) -> ElementTree.Element:
    """Parse a page as strictly as HTML can be parsed.

    Raises:
        html5lib.html5parser.ParseError: The text is not quite HTML.
    """
    parsed: ElementTree.Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return parsed

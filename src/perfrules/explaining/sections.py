"""How what is explained is laid out: headings with lines under them."""

from collections.abc import Iterable, Iterator


def section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Give a blank line, a heading and what stands under it; nothing where nothing does.

    >>> list(section("参数", ["红线：60%"])), list(section("参数", []))
    (['', '参数', '  红线：60%'], [])
    """
    lines = [f"  {line}" for line in lines]
    if lines:
        yield from ("", heading, *lines)

"""Says why a cell with a number in it could not be read, where the reason is its unit."""

import re
from functools import cache

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label, Suggestion
from perfrules.source import Source, Span, TextPlace
from perfrules.syntax import NUMERAL, SHARE_NUMERAL, STANDARD, Language, fold, read_unit, words


def holds_number(text: str, language: Language = STANDARD) -> bool:
    """Whether a text that is no target has a number in it: digits, or a bound or a share in 汉字.

    Numerals alone say little: 十分满意 and 八项规定 count nothing.

    >>> holds_number("不少于三台且运行良好"), holds_number("故障率低于千分之二"), holds_number("十分满意")
    (True, True, False)
    """
    if any(char.isdigit() for char in text):
        return True
    found = _bound_in_characters().finditer(fold(text))
    return any(not each["word"] or read_unit(each["word"], language) for each in found)


def why_unread(text: str, language: Language = STANDARD) -> Diagnostic:
    """Give the diagnostic of a text that holds a number and is no target.

    >>> why_unread("≥95百分比%").code.name, why_unread("100坐").code.name, why_unread("按5号文件执行").code.name
    ('UNIT_DOUBLED', 'UNIT_UNKNOWN', 'NUMBER_UNREAD')
    """
    found = _number_with_word().fullmatch(fold(text))
    if found is None:
        return Diagnostic.of(Code.NUMBER_UNREAD, text=text)
    word = found["word"]
    place = TextPlace(Source("指标值", text), Span(*found.span("word")))
    label = Label(place)
    if any(read_unit(word[:cut], language) and read_unit(word[cut:], language) for cut in range(1, len(word))):
        return Diagnostic.of(Code.UNIT_DOUBLED, label, text=text, unit=word)
    near = nearest_unit(word, language)
    unknown = Diagnostic.of(Code.UNIT_UNKNOWN, label, text=text, unit=word, hint=unit_hint(near))
    is_as_written = text[slice(*place.span)] == word
    return attrs.evolve(unknown, suggestion=Suggestion(place, near) if near and is_as_written else None)


def nearest_unit(word: str, language: Language = STANDARD) -> str:
    """Give the known unit that was probably meant; empty where none is near.

    >>> nearest_unit("工作曰")
    '工作日'
    """
    import difflib  # noqa: PLC0415 - only for a unit that nobody knows

    return next(iter(difflib.get_close_matches(word, language.units.names, n=1)), "")


def unit_hint(near: str) -> str:
    """Ask whether the nearest known unit was meant; empty where there is none."""
    return f"您是不是想写“{near}”？" if near else ""


@cache
def _bound_in_characters() -> re.Pattern[str]:
    operator, closing = words()["OPERATOR"].regexp(), words()["CLOSING"].regexp()
    return re.compile(
        rf"{SHARE_NUMERAL}|(?:{operator})\s*(?:{NUMERAL})|(?:{NUMERAL})\s*(?P<word>\S{{0,4}}?)\s*(?:{closing})"
    )


@cache
def _number_with_word() -> re.Pattern[str]:
    operator, closing = words()["OPERATOR"].regexp(), words()["CLOSING"].regexp()
    number = r"\d[\d,]{0,20}(?:\.\d{1,20})?"
    return re.compile(
        rf"\s*(?:{operator})?\s*{number}\s*(?P<word>[^\d\s,.;:≥≤<>=~()\[\]-]{{1,6}}?)\s*(?:{closing})?\s*"
    )

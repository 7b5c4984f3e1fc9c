"""Automatic numbers of Word are part of what the reader sees."""

import io
from zipfile import ZipFile

import pytest

from perfrules.importing import read_goal_tables
from perfrules.readers.contents import read_contents

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _level(level: int, form: str, text: str) -> str:
    inside = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{level}">{inside}</w:lvl>'


RULES = (
    f"<w:numbering {WORD}>"
    f'<w:abstractNum w:abstractNumId="7">{_level(0, "chineseCounting", "%1、")}{_level(1, "chineseCounting", "（%2）")}'
    f"{_level(2, 'decimal', '%3.')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="8">{_level(0, "decimal", "%1.")}{_level(1, "decimal", "%1.%2")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="9">{_level(0, "bullet", "•")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>'
    "</w:numbering>"
)
STYLES = (
    f'<w:styles {WORD}><w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
)


def _paragraph(text: str, number: str = "", level: int = 0, style: str = "") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _document(body: str, rules: str = RULES) -> io.BytesIO:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/numbering.xml", rules)
        archive.writestr("word/styles.xml", STYLES)
    stream.seek(0)
    return stream


def _texts(body: str, rules: str = RULES) -> list[str]:
    return [each.text for each in read_contents(_document(body, rules))[1].paragraphs]


def test_levels_are_counted_and_begin_anew_under_each_other() -> None:
    levels = (0, 1, 1, 2, 2, 1, 2, 0, 1)
    assert _texts("".join(_paragraph("甲", "1", level) for level in levels)) == [
        *("一、甲", "（一）甲", "（二）甲", "1.甲", "2.甲", "（三）甲", "1.甲", "二、甲", "（一）甲")
    ]


def test_a_number_may_have_those_above_it() -> None:
    assert _texts("".join(_paragraph("甲", "2", level) for level in (0, 1, 1, 0, 1))) == [
        *("1.甲", "1.1 甲", "1.2 甲", "2.甲", "2.1 甲")
    ]


def test_a_list_that_says_so_begins_anew_and_others_go_on() -> None:
    assert _texts("".join(_paragraph("甲", number) for number in ("2", "2", "3", "3", "2"))) == [
        *("1.甲", "2.甲", "1.甲", "2.甲", "3.甲")
    ]


def test_a_style_numbers_its_paragraphs_unless_they_say_otherwise() -> None:
    assert _texts(_paragraph("甲", style="a") + _paragraph("乙", style="b") + _paragraph("丙", "0", style="a")) == [
        *("一、甲", "二、乙", "丙")
    ]


def test_bullets_and_unknown_numbers_are_not_written() -> None:
    assert _texts(_paragraph("甲", "4") + _paragraph("乙", "99") + _paragraph("丙", "1", 5)) == ["甲", "乙", "丙"]


def test_an_empty_paragraph_counts_but_stays_empty() -> None:
    assert _texts(_paragraph("甲", "2") + _paragraph("", "2") + _paragraph("丙", "2")) == ["1.甲", "3.丙"]


@pytest.mark.parametrize(
    ("form", "third", "twelfth"),
    [
        ("chineseCountingThousand", "三", "十二"),
        ("ideographTraditional", "丙", "乙"),
        ("decimalEnclosedCircle", "③", "⑫"),
        ("lowerLetter", "c", "l"),
        ("upperRoman", "III", "XII"),
        ("decimalZero", "03", "12"),
        ("decimalFullWidth", "３", "１２"),
        ("chineseLegalSimplified", "叁", ""),
    ],
)
def test_formats(form: str, third: str, twelfth: str) -> None:
    texts = _texts(_paragraph("甲", "1") * 12, RULES.replace("chineseCounting", form))
    assert texts[2] == f"{third}、甲"
    assert texts[11] == (f"{twelfth}、甲" if twelfth else "甲")  # what is not known is left out


def test_goals_and_the_headings_of_a_narrative_keep_their_numbers() -> None:
    body = (
        _paragraph("水利局编制")
        + _paragraph("2024年部门整体绩效目标")
        + _paragraph("总体绩效目标", "1")
        + _paragraph("改善灌溉条件。")
        + _paragraph("分项绩效目标", "1")
        + _paragraph("做好灌区改造", "1", 1)
        + _paragraph("绩效指标：改善灌溉面积100亩以上。")
    )
    (table,) = read_goal_tables(_document(body)).goal_tables
    assert (table.name, table.goals, table.sub_goals[0].title) == ("水利局", ("改善灌溉条件。",), "（一）做好灌区改造")

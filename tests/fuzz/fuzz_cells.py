"""Fuzzes the readers with a coverage-guided fuzzer: no text may raise, or change when it is read again.

Run by hand, with atheris installed: python tests/fuzz/fuzz_cells.py -max_total_time=600 -timeout=5
A text that fails becomes a row of the chapter that it belongs to.
"""

import sys

import atheris

with atheris.instrument_imports(include=["perfrules", "lark"]):
    from perfrules import check, find, parse
    from perfrules.evaluation import Verdict

ALPHABET = (
    "0123456789.,%‰≥≤><=±~-—/·*×()（）[]【】，。；、 　\n"
    "一二两三四五六七八九十百千万亿零半成分之几约近余多左右以上下内外前后不低于高超过少至到达"
    "年月日季度底末初上下半全每个家人次元万台套亩公里米吨天周小时工作日是否有无优良中差合格标准预算概算"
    "比较同环增长提高下降减少持平逐步显著明显有效且并或完成率满意度投诉事故控制在达成部分未已"
)


def one(data: bytes) -> None:
    """Read one text in every way."""
    source = atheris.FuzzedDataProvider(data)
    length = source.ConsumeIntInRange(0, 24)
    text = "".join(ALPHABET[source.ConsumeIntInRange(0, len(ALPHABET) - 1)] for _ in range(length))
    other = source.ConsumeUnicodeNoSurrogates(12)
    target = parse(text, name=other, year=2023)
    assert parse(target.canonical).region == parse(parse(target.canonical).canonical).region or not target.canonical
    outcome = check(text, other, year=2023, name=other)
    assert outcome.verdict in Verdict
    assert outcome.explain()
    outcome.to_dict()
    for found in find(text + "。" + other):
        assert (text + "。" + other)[slice(*found.span)] == found.text


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()

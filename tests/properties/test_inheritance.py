"""Inheritance is override by name: what a child states counts, and all else is the parent's."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfrules.rules import read_ruleset
from perfrules.scoring import Scheme
from perfrules.source import Source

CLASSES = ("产出指标", "效益指标", "满意度指标", "成本指标")
PARAMETERS = ("甲线", "乙线", "丙线")

numbers = st.integers(min_value=0, max_value=99)
weights = st.dictionaries(st.sampled_from(CLASSES), numbers)
parameters = st.dictionaries(st.sampled_from(PARAMETERS), numbers)
placings = st.none() | st.integers(min_value=0, max_value=9)
drafts = st.tuples(weights, parameters, placings)

Draft = tuple[dict[str, int], dict[str, int], int | None]


def _text(name: str, draft: Draft, parent: str) -> str:
    points, lines, places = draft
    return "\n".join(
        (
            f"评分办法 {name}",
            *([f"  继承：{parent}"] if parent else []),
            "  分值",
            *(f"    {category}：{number}分" for category, number in points.items()),
            "  参数",
            *(f"    {line}：{number}%" for line, number in lines.items()),
            *([] if places is None else [f"  得分取舍：保留{places}位小数"]),
        )
    )


def _read(chain: list[Draft]) -> Scheme:
    names = [f"办法{number}" for number in range(len(chain))]
    texts = [_text(name, draft, parent) for name, draft, parent in zip(names, chain, ["", *names], strict=False)]
    content = read_ruleset(Source("例", "\n".join(texts)))
    assert content.diagnostics == ()
    return content.schemes[-1]


@given(st.lists(drafts, min_size=1, max_size=4))
def test_the_last_to_state_a_part_wins(chain: list[Draft]) -> None:
    scheme = _read(chain)
    points = {category: number for draft in chain for category, number in draft[0].items()}
    lines = {name: Fraction(number, 100) for draft in chain for name, number in draft[1].items()}
    places = [draft[2] for draft in chain if draft[2] is not None]
    assert {each.category: each.points for each in scheme.weighting.classes} == points
    assert {each.name: each.value for each in scheme.parameters} == lines
    assert scheme.rounding.places == (places[-1] if places else None)


@given(st.lists(drafts, min_size=2, max_size=4))
def test_every_part_says_whose_text_states_it(chain: list[Draft]) -> None:
    scheme = _read(chain)
    for part in scheme.parameters:
        number = int(part.origin.removeprefix("办法"))
        assert part.name in chain[number][1]
        assert not any(part.name in draft[1] for draft in chain[number + 1 :])

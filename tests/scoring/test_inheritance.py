"""A scheme states only what differs from its parent."""

from fractions import Fraction

import attrs

from perfrules.rules import read_ruleset
from perfrules.source import Source
from scoring.example import scheme, written

MOF_2020 = "central/mof-2020-10"


def test_a_scheme_that_states_nothing_is_its_parent() -> None:
    parent, child = scheme(MOF_2020), written(parent=MOF_2020)
    assert attrs.evolve(child, name=parent.name, family=parent.family) == parent


def test_parameters_and_weights_replace_those_of_the_same_name() -> None:
    child = written(
        "参数", "  超额线：150%", "  新线：1", "分值", "  产出指标：60分", "  预算执行率：0分", parent=MOF_2020
    )
    assert {each.name: each.text for each in child.parameters} == {"超额线": "150%", "新线": "1"}
    assert {each.category: each.points for each in child.weighting.classes} == {
        "产出指标": 60,
        "效益指标": 30,
        "满意度指标": 10,
    }
    assert child.weighting.execution == 0


def test_rules_and_grades_are_replaced_as_a_whole() -> None:
    child = written("得分", "  否则：分值", "等次", "  合格：[60, 100]", "  不合格：[0, 60)", parent=MOF_2020)
    assert len(child.rules) == 1
    assert [grade.name for grade in child.grades] == ["合格", "不合格"]
    assert child.execution == scheme(MOF_2020).execution


def test_inherited_rules_keep_the_document_they_rest_on() -> None:
    child = written("文号：某省〔2024〕1号", "参数", "  超额线：150%", parent=MOF_2020)
    assert child.authority == "某省〔2024〕1号"
    assert child.rules[0].basis == "财预〔2020〕10号"
    assert child.rules[-1].basis == scheme(MOF_2020).rules[-1].basis
    assert child.parameters[0].basis == ""


def test_what_rests_on_practice_does_not_borrow_the_number_of_a_document() -> None:
    child = written("依据：惯例", "参数", "  超额线：150%", "  新线：1    依据 假定", parent=MOF_2020)
    assert child.authority == ""
    assert [parameter.basis for parameter in child.parameters] == ["惯例", "假定"]
    assert child.rules[0].basis == "财预〔2020〕10号"


def test_a_weight_of_its_own_undoes_a_merger() -> None:
    child = written("分值", "  成本指标：20分", parent=MOF_2020)
    assert child.weighting.mergers == ()
    assert {each.category: each.points for each in child.weighting.classes}["成本指标"] == Fraction(20)


def test_rules_can_be_put_before_those_of_the_parent() -> None:
    child = written("得分", "  反向 且 未达成：0", "  其余：照继承", parent=MOF_2020)
    parent = scheme(MOF_2020)
    assert child.rules[1:] == parent.rules
    assert len(child.rules) == len(parent.rules) + 1
    assert {rule.origin for rule in child.rules} == {"例", MOF_2020}


def test_grades_can_be_done_away_with() -> None:
    assert written("等次：不评等次", parent=MOF_2020).grades == ()


def test_leaving_the_dividing_to_the_table_and_classes_exclude_each_other() -> None:
    free = written("分值", "  各类指标合计：90分", parent=MOF_2020)
    assert free.weighting.free == Fraction(90)
    assert not free.weighting.classes
    assert not free.weighting.variants
    lines = (
        "评分办法 甲",
        "  分值",
        "    各类指标合计：90分",
        "评分办法 乙",
        "  继承：甲",
        "  分值",
        "    产出指标：80分",
    )
    back = read_ruleset(Source("例", "\n".join(lines))).schemes[-1]
    assert back.weighting.free is None
    assert back.weighting.indicators == Fraction(80)


def test_inheritance_that_goes_on_too_long_is_no_circle() -> None:
    chain = [f"评分办法 甲{number}\n  继承：甲{number + 1}" for number in range(25)]
    found = read_ruleset(Source("例", "\n".join([*chain, "评分办法 甲25"])))
    assert {each.code.id for each in found.diagnostics} == {"PF672"}
    assert "甲4" not in [each.name for each in found.schemes]
    assert "甲5" in [each.name for each in found.schemes]

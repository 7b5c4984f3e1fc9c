"""A scheme states only what differs from its parent."""

from fractions import Fraction

import attrs

from scoring.example import scheme, written

MOF_2020 = "central/mof-2020-10"


def test_a_scheme_that_states_nothing_is_its_parent() -> None:
    parent, child = scheme(MOF_2020), written(parent=MOF_2020)
    assert attrs.evolve(child, name=parent.name) == parent


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


def test_a_weight_of_its_own_undoes_a_merger() -> None:
    child = written("分值", "  成本指标：20分", parent=MOF_2020)
    assert child.weighting.mergers == ()
    assert {each.category: each.points for each in child.weighting.classes}["成本指标"] == Fraction(20)

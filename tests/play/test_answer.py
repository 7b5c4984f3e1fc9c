"""What is answered to a question. The numbers are worked out by hand."""

from fractions import Fraction

import pytest

from perfrules.diagnostics import Code, PerfRulesError
from perfrules.play import Answer, Desk, Question
from perfrules.rules import shipped_schemes
from perfrules.rules.content import read_ruleset
from perfrules.ruleset import Ruleset
from perfrules.source import Source

MINISTRY = "central/mof-2020-10"


def _points(answer: Answer, scheme: str = MINISTRY) -> Fraction | None:
    return next(each.score.points for each in answer.scores if each.scheme.name == scheme)


def _label(answer: Answer) -> str:
    return "" if answer.outcome is None else answer.outcome.verdict.label


def _codes(answer: Answer) -> list[str]:
    return [each.code.id for each in answer.diagnostics]


def test_it_scores_by_every_scheme_there_is() -> None:
    """58 ÷ 60 of 10 points is 9.666…: 9.67 by the ministry, 10 where points are whole."""
    answer = Desk().answer(Question(target="≥60家", actual="58家"))
    assert _label(answer) == "未达成"
    assert _points(answer) == Fraction("9.67")
    assert _points(answer, "practice/whole-points") == 10
    assert {each.scheme.name for each in answer.scores} == set(shipped_schemes())
    assert [each.is_variant for each in answer.scores] == sorted(each.is_variant for each in answer.scores)


def test_the_weight_is_the_one_that_is_asked_with() -> None:
    assert _points(Desk().answer(Question(target="≥60家", actual="30家", weight="8分"))) == 4


def test_without_an_actual_value_there_is_a_reading_only() -> None:
    answer = Desk().answer(Question(target="≥60家", actual=" "))
    assert answer.outcome is None
    assert answer.scores == ()
    assert answer.target.canonical == "≥60家"
    assert answer.derivation == ()


@pytest.mark.parametrize(
    ("question", "label"),
    [
        (Question(target="12月底前", actual="2023年12月20日", year="2023"), "达成"),
        (Question(target="12月底前", actual="2023年12月20日", year="２０２３年度"), "达成"),
        (Question(target="比上年增加", actual="3.2%", baseline="2.9%"), "达成"),
        (Question(target="比上年增加", actual="3.2%"), "无法判断"),
        (Question(target="不超预算", actual="1200万元", budget="1280万元"), "达成"),
        (Question(target="95", actual="96%", sign="≥", unit="%"), "达成"),
        (Question(target="5天", actual="6天", direction="反向"), "未达成"),
    ],
)
def test_what_else_stands_in_the_row_counts(question: Question, label: str) -> None:
    assert _label(Desk().answer(question)) == label


@pytest.mark.parametrize(
    "question",
    [Question(target="≥1", year="明年"), Question(target="≥1", weight="十来分"), Question(target="≥1", budget="若干")],
)
def test_what_cannot_be_read_is_said_and_not_used(question: Question) -> None:
    assert _codes(Desk().answer(question)) == ["PF927"]


def test_a_ruleset_brings_its_words_and_its_schemes() -> None:
    words = "用语 某省的写法\n  单位\n    网箱：量词\n\n"
    own = f"{words}评分办法 某省\n  继承：central/mof-2020-10\n  得分取舍：取整数，四舍五入\n"
    content = read_ruleset(Source("某省.rules", own))
    ruleset = Ruleset(schemes=content.schemes, language=content.language)
    question = Question(target="≥60网箱", actual="58网箱")
    answer = Desk(ruleset).answer(question)
    assert answer.target.canonical == "≥60网箱"
    assert _label(Desk().answer(question)) == "无法判断"
    assert answer.scores[0].scheme.name == "某省"
    assert answer.scores[0].score.points == 10


def test_an_own_scheme_is_no_variant_whatever_its_name() -> None:
    own = read_ruleset(Source("x.rules", "评分办法 practice/exact\n  继承：central/mof-2020-10\n")).schemes
    first, *others = Desk(Ruleset(schemes=own)).answer(Question(target="≥60家", actual="58家")).scores
    assert (first.scheme.name, first.is_variant) == ("practice/exact", False)
    assert "practice/exact" not in {each.scheme.name for each in others}


def test_messages_come_once() -> None:
    answer = Desk().answer(Question(target="左右90%", actual="92%"))
    assert _codes(answer) == ["PF103", "PF404"]
    assert not any("PF" in step for step in answer.derivation)


@pytest.mark.parametrize(
    "data",
    [None, [], {"指标值": "≥60家"}, {"target": 60}, {"target": None}],
    ids=["空", "数组", "不认识的项", "数", "null"],
)
def test_what_is_no_question_is_refused(data: object) -> None:
    with pytest.raises(PerfRulesError) as caught:
        Question.from_dict(data)
    assert [each.code for each in caught.value.diagnostics] == [Code.QUESTION_UNREADABLE]


def test_a_question_that_is_too_long_is_refused() -> None:
    with pytest.raises(PerfRulesError, match="PF929"):
        Question.from_dict({"target": "九" * 20_001})


def test_a_question_comes_back_from_its_json_form() -> None:
    question = Question(target="≥60家", actual="58家", year="2023")
    assert Question.from_dict(question.to_dict()) == question


@pytest.mark.parametrize(
    "text", ["", "\x00", "≥" * 20_000, "9" * 20_000, "\ud800", "<script>", "且".join(["≥1家"] * 500)]
)
def test_any_text_has_an_answer(text: str) -> None:
    answer = Desk().answer(Question(target=text, actual=text))
    assert answer.to_dict()["target"]["text"] == answer.target.text  # type: ignore[index]

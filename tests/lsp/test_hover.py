import pytest

pytest.importorskip("pygls", reason="语言服务器要装 perfrules[lsp]")

from lsp.ruleset import opened, spot
from perfrules.lsp.hover import hover


@pytest.mark.parametrize(
    ("words", "nth", "said"),
    [
        ("≥60家", 0, "要求实际值不低于60家。"),
        ("≥60家", 0, "集合 `[60家, ∞)`　规范写法 `≥60家`"),
        ("6月底前", 0, "2023年6月30日"),
        ("90%", 0, "格里没有写运算符"),
        ("90%", 0, "按 某省/2025"),
        ("PR105", 0, "单位缺失"),
        ("某省/2025", 0, "文号：财预〔2020〕10号"),
        ("central/mof-2020-10", 0, "项目支出绩效评价管理办法"),
        ("及格线", 1, "参数 **及格线**：60%"),
        ("及格线", 2, "参数 **及格线**：60%"),
        ("完成率", 0, "数值"),
    ],
)
def test_what_one_points_at_is_explained(words: str, nth: int, said: str) -> None:
    reading, document = opened()
    found = hover(reading, document, spot(document, words, nth))
    assert found is not None
    assert said in found[0]


def test_a_code_is_explained_by_its_page() -> None:
    reading, document = opened("评分办法 甲\n  试算 一\n    数：≥6家    诊断 PF514\n")
    found = hover(reading, document, spot(document, "PF514"))
    assert found is not None
    assert found[0].startswith("# PF514")


@pytest.mark.parametrize("words", ["年度", "# 一个办法", "年度计划"])
def test_about_other_words_nothing_is_said(words: str) -> None:
    reading, document = opened()
    assert hover(reading, document, spot(document, words)) is None


def test_a_target_that_ends_the_line_is_explained_at_its_end() -> None:
    reading, document = opened("目标表 甲\n  产出指标\n    数量指标\n      数：≥6家")
    assert hover(reading, document, spot(document, "≥6家", behind=3)) is not None

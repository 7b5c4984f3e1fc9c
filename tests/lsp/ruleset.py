"""A ruleset as it stands in an editor, and places in it by the words that stand there."""

from lsprotocol import types

from perfrules.lsp.document import Document, Spot
from perfrules.lsp.reading import Reading, read_documents

TEXT = """用语 本地
  单位
    垄：量词

目标表 企业补助
  年度：2023
  评分办法：某省/2025
  产出指标
    数量指标
      补助企业数：≥60家    依据 年度计划
      开垄数：3垄    分值 5
    时效指标
      完成时间：6月底前
  满意度指标
    服务对象满意度指标
      企业满意度：90%    依剧 年度计划    免审 PR105 理由

# 一个办法，
# 和它的试算
评分办法 某省/2025
  继承：central/mof-2020-10
  参数
    及格线：60%
  得分
    完成率 ≥ 及格线：分值 × 最小(完成率, 100%)
    否则：0分
  试算 得分    一级指标 产出指标    分值 10
    补助企业数：≥60家    实际值 60家    得分 10    诊断 无
    补助企业数：≥60家    实际值 30家    得分 5    诊断 无

评分办法 某县/2025
  继承：某省/2025
  得分
    完成率 ≥ 及格线：分值
    否则：0分
"""


def opened(text: str = TEXT, name: str = "/省/甲.rules") -> tuple[Reading, Document]:
    document = Document.of(name, text)
    return read_documents([document]), document


def spot(document: Document, words: str, nth: int = 0, behind: int = 1) -> Spot:
    """The spot `behind` the beginning of the nth place where words stand."""
    found = [
        (number, line.text.index(words) + behind) for number, line in enumerate(document.lines) if words in line.text
    ]
    return found[nth]


def text_at(document: Document, where: types.Range) -> str:
    assert where.start.line == where.end.line
    return document.lines[where.start.line].text[where.start.character : where.end.character]

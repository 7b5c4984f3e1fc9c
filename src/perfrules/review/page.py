"""Review rules written out for people: the page of one, the catalogue of all, and what rules may ask."""

from collections.abc import Iterable, Iterator, Sequence

from perfrules.formulas import formula_text
from perfrules.review.objects import OBJECT_KINDS
from perfrules.review.rule import Criterion, ReviewRule

_HEAD = """# 审核规则

这一页由程序生成（`perfrules explain 审核规则 > docs/review-rules.md`），请不要手改。规则在 `rulesets/central/review/`。

每条规则看一种对象，范围之内的对象不符合“应当”的，就提出一条意见；缺了数、判断不了的，不提。级别、参数可以用“审核设置”改，
个别对象可以“免审”。`perfrules explain PR105` 显示一条规则。
"""


def rule_page(rule: ReviewRule) -> str:
    """Write a rule out with everything that a person needs to follow it.

    >>> from perfrules.diagnostics import Severity
    >>> from perfrules.formulas import Name
    >>> rule = ReviewRule("XX1", "例", Severity.INFO, Criterion.COMPLETE, "指标", Name("可衡量"), ("请写数。",))
    >>> print(rule_page(rule).splitlines()[2])
    级别：提醒；标准：完整性；对象：指标
    """
    return "\n".join(_page(rule)) + "\n"


def catalogue(rules: Iterable[ReviewRule]) -> str:
    """Write all rules out in tables, one for each criterion, and behind them what rules may ask."""
    known = sorted(rules, key=lambda rule: rule.id)
    parts = [_HEAD.rstrip(), f"共{len(known)}条。"]
    for criterion in Criterion:
        own = [rule for rule in known if rule.criterion is criterion]
        if own:
            parts += [f"## {criterion.value}", _table(("编号", "名称", "级别", "对象", "意见", "依据"), map(_row, own))]
    parts.append("## 规则里可以问什么\n\n对象的每一项事实有名称和种类；没有值的事实，判断就是未知，不提意见。")
    for kind in OBJECT_KINDS.values():
        rows = ((fact.name, str(fact.kind), fact.meaning) for fact in kind.facts)
        parts += [f"### {kind.name}\n\n{kind.meaning}。", _table(("事实", "种类", "意思"), rows)]
    return "\n\n".join(parts) + "\n"


def message_text(rule: ReviewRule) -> str:
    """Give the message as it is written in the rule, with its placeholders."""
    return "".join(part if isinstance(part, str) else f"{{{formula_text(part)}}}" for part in rule.message)


def _page(rule: ReviewRule) -> Iterator[str]:
    yield f"# {rule.id} {rule.name}"
    yield ""
    yield f"级别：{rule.level}；标准：{rule.criterion.value}；对象：{rule.about}"
    if rule.scope is not None:
        yield f"范围：{formula_text(rule.scope)}"
    yield f"应当：{formula_text(rule.condition)}"
    for parameter in rule.parameters:
        yield f"参数：{parameter.name} = {parameter.text}"
    for words in rule.words:
        yield f"词表 {words.name}：{'、'.join(words.words)}"
    yield f"意见：{message_text(rule)}"
    yield f"理由：{rule.reason}"
    yield f"依据：{rule.basis}"


def _row(rule: ReviewRule) -> Sequence[str]:
    return (rule.id, rule.name, rule.level, rule.about, message_text(rule), rule.basis)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)

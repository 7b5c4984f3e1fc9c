"""A conversation on a terminal: each line is a question or a command, and gets its lines of reply."""

import re
from collections.abc import Iterator

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.play.answer import Answer
from perfrules.play.desk import Desk
from perfrules.play.question import LONGEST, Question
from perfrules.report.matching import nearest
from perfrules.report.wording import range_text
from perfrules.targets.description import describe

_FIELDS = {
    "名称": "name",
    "一级指标": "category",
    "二级指标": "subcategory",
    "符号": "sign",
    "单位": "unit",
    "方向": "direction",
    "上年": "baseline",
    "预算": "budget",
    "年度": "year",
    "分值": "weight",
}
_COMMANDS = (*_FIELDS, "办法", "例子", "帮助", "退出")
_COMMAND = re.compile(r"\s*[:：]\s*(\S*)\s*(.*?)\s*", re.DOTALL)
_BAR = re.compile(r"[|｜]")

HELP = """写“指标值 | 实际完成值”，看是否达成、得多少分；只写指标值，看它是什么意思。
  ≥60家 | 58家
  比上年增加 | 3.2%
命令前面写冒号，后面写内容；不写内容就是清掉：
  :年度 2023        :上年 2.9%        :预算 1280万元     :分值 10
  :名称 企业满意度  :二级指标 成本指标  :一级指标 产出指标
  :符号 ≥           :单位 %           :方向 反向
  :办法             列出评分办法；:办法 central/mof-2020-10 只看这一个，连同每一分的由来
  :例子  几个例子    :帮助  这段说明    :退出  结束"""

_EXAMPLES = (
    "≥60家 | 58家",
    "10万元/家 | 12万元/家",
    "2023年11月底前 | 2023年12月3日",
    "良好以上 | 优",
    "左右90% | 92%",
)


@attrs.frozen
class Reply:
    """The lines that a line was answered with; the conversation may end, or the line may not have been understood."""

    lines: tuple[str, ...] = ()
    is_last: bool = False
    is_refused: bool = False


class Session:
    """A conversation. What was said of the row (年度, 上年 …) holds for all later questions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._row = Question()
        self._scheme = ""

    def reply(self, line: str) -> Reply:
        r"""Answer one line.

        >>> print(*Session(Desk()).reply("≥60家 | 58家").lines[2:5], sep="\n")
        结论：未达成。完成率 58 ÷ 60 = 29/30（约96.67%），偏差 -2家。
        得分（分值10）
          9.67  central/mof-2020-10
        """
        command = _COMMAND.fullmatch(line)
        if command is not None:
            return self._command(command[1], command[2])
        if not line.strip():
            return Reply()
        if len(line) > LONGEST:
            return _refused(Diagnostic.of(Code.QUESTION_TOO_LONG, length=f"{len(line)}字", most=f"{LONGEST}字"))
        target, bar, actual = _BAR.sub("|", line).rpartition("|")
        if not bar:
            target, actual = line, ""
        return Reply(tuple(self._answer(attrs.evolve(self._row, target=target.strip(), actual=actual.strip()))))

    def _command(self, name: str, text: str) -> Reply:
        match name:
            case "退出" | "q":
                return Reply(is_last=True)
            case "帮助" | "?":
                return Reply(tuple(HELP.splitlines()))
            case "例子":
                shown = ((f"> {each}", *self.reply(each).lines, "") for each in _EXAMPLES)
                return Reply(tuple(line for lines in shown for line in lines))
            case "办法":
                return self._choose(text)
            case _ if name in _FIELDS:
                return self._set(name, text)
            case _:
                hint = nearest(name, _COMMANDS)
                return _refused(Diagnostic.of(Code.PLAY_COMMAND_UNKNOWN, command=name, hint=hint))

    def _set(self, name: str, text: str) -> Reply:
        """Keep what is said of the row, unless it cannot be read."""
        row = attrs.evolve(self._row, **{_FIELDS[name]: text})
        problems = self._desk.answer(row).problems
        if problems:
            return Reply(tuple(map(str, problems)), is_refused=True)
        self._row = row
        return Reply((f"{name}：{text or '（不写）'}",))

    def _choose(self, name: str) -> Reply:
        """Take one scheme, or list them all."""
        schemes = self._desk.schemes
        if not name:
            self._scheme = ""
            return Reply(tuple(f"{each.name}　{each.title}".rstrip("　") for each in schemes))
        names = [each.name for each in schemes]
        if name not in names:
            hint, known = nearest(name, names), "、".join(names)
            return _refused(Diagnostic.of(Code.SCHEME_UNKNOWN, name=name, hint=hint, known=known))
        self._scheme = name
        return Reply((f"办法：{name}",))

    def _answer(self, question: Question) -> Iterator[str]:
        answer = self._desk.answer(question)
        if answer.outcome is None:
            yield from describe(attrs.evolve(answer.target, diagnostics=()))
        yield from answer.derivation
        yield from self._points(answer)
        yield from (line for each in answer.diagnostics for line in str(each).splitlines())

    def _points(self, answer: Answer) -> Iterator[str]:
        """Give the points under the chosen scheme with their derivation, or under each scheme without a variant's."""
        for scored in answer.scores:
            if scored.scheme.name == self._scheme:
                yield f"得分 {range_text(scored.score.low, scored.score.high)}　{self._scheme}"
                yield from (f"  {step}" for step in scored.score.derivation)
                yield from (f"  {each}" for each in scored.score.diagnostics)
        if answer.scores and not self._scheme:
            yield f"得分（分值{answer.question.weight or '10'}）"
            usual = [each for each in answer.scores if not each.is_variant]
            yield from (f"  {range_text(each.score.low, each.score.high)}  {each.scheme.name}" for each in usual)
            yield f"  另有{len(answer.scores) - len(usual)}种各地的算法，写 :办法 看名称"


def _refused(diagnostic: Diagnostic) -> Reply:
    return Reply((str(diagnostic),), is_refused=True)

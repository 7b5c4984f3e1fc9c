"""Builds expressions from what the grammar recognises, rule by rule, while it parses.

Each method is named after a rule or alias of `grammar/target.lark`. They put together what was written and judge
nothing, so that no text can make them fail.
"""

from fractions import Fraction
from typing import cast

import attrs
from lark import Token

from perfrules.source import Span
from perfrules.syntax.date_builder import DateBuilder
from perfrules.syntax.expression import (
    AGAINST_BASELINE,
    NOWHERE,
    PERCENT,
    All,
    Any,
    Approximation,
    Assertion,
    Between,
    Blank,
    Bound,
    Change,
    Deadline,
    Direction,
    Expression,
    Grade,
    Measure,
    Op,
    Qualitative,
    Quotient,
    Ratio,
    Reference,
    Scale,
    TierWords,
    Tolerance,
    UnitFactors,
    YesNo,
)
from perfrules.syntax.joining import baseline_of, is_duration, leads_up_to, range_of, subject_of, with_unit_of
from perfrules.syntax.language import Language
from perfrules.syntax.lexicon import words
from perfrules.syntax.numerals import share
from perfrules.syntax.tokens import Children, Unit, number, op_of, parts_of, span_of, tokens_of, value_of
from perfrules.units import SCALES

_INCLUSIVE = {Op.GT: Op.GE, Op.LT: Op.LE}
_APPROXIMATIONS = {
    "ABOUT": Approximation.ABOUT,
    "AROUND": Approximation.ABOUT,
    "NEARLY": Approximation.NEARLY,
    "OVER": Approximation.OVER,
}

_ROUND = {str(size): scale for scale, size in SCALES.items()}
_UNCLEAR = Qualitative("")
"""What stays words for a person, though the grammar takes it; the reader puts in what was typed."""


class Builder(DateBuilder):
    """The callbacks of the parser of one language."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.levels, self.units = language.levels, language.units

    def _measure(
        self,
        value: Fraction,
        unit: UnitFactors,
        span: Span,
        unit_span: Span = NOWHERE,
        approximation: Approximation | None = None,
    ) -> Measure:
        return Measure(value, unit, approximation, span, unit_span, self.units)

    def target(self, children: Children) -> object:
        """Hand on the whole of a cell; an empty one sets nothing."""
        return children[0] if children else Blank("")

    actual = target

    def unit_text(self, children: Children) -> UnitFactors:
        """Hand on the factors of a unit column."""
        return next((cast("Unit", child)[0] for child in parts_of(children, tuple)), ())

    def empty(self, _: Children) -> Blank:
        """Nothing at all."""
        return Blank("")

    def all(self, children: Children) -> All | Qualitative:
        """Clauses that all have to hold; where one of them is not clear, neither is the whole."""
        parts = tuple(cast("Expression", child) for child in children if type(child) is not Token)
        return _UNCLEAR if _UNCLEAR in parts else All(parts)

    def any(self, children: Children) -> Any | Qualitative:
        """Clauses of which one has to hold; where one of them is not clear, neither is the whole."""
        parts = tuple(cast("Expression", child) for child in children if type(child) is not Token)
        return _UNCLEAR if _UNCLEAR in parts else Any(parts)

    # numbers and units

    def unit(self, children: Children) -> Unit:
        """A unit with its divisor: what stands behind the first slash divides."""
        factors, exponent = [], 1
        for token in cast("list[Token]", children):
            if token.type == "UNIT":
                factors.append((token.value, exponent))
            elif token.type == "SLASH":
                exponent = -1
        return tuple(factors), span_of(cast("Token", children[0]), cast("Token", children[-1]))

    def measure(self, children: Children) -> Measure:
        """A number with the unit behind it."""
        token = cast("Token", children[0])
        if len(children) == 1:
            return self._measure(value_of(token), (), span_of(token, token))
        factors, unit_span = cast("Unit", children[1])
        return self._measure(value_of(token), factors, Span(cast("int", token.start_pos), unit_span.end), unit_span)

    def share(self, children: Children) -> Measure:
        """百分之九十五, 三分之二, 2/3."""
        token = cast("Token", children[0])
        value, unit = share(token.value)
        return self._measure(value, ((unit, 1),) if unit else (), span_of(token, token), span_of(token, token))

    def approximate(self, children: Children) -> Measure:
        """A number made approximate by a word."""
        tokens = tokens_of(children)
        digits = tokens.pop("NUMBER", None) or tokens.pop("NUMERAL")
        (word,) = tokens
        factors, unit_span = next(iter(parts_of(children, tuple)), ((), Span(0, 0)))
        return self._measure(value_of(digits), factors, span_of(digits, digits), unit_span, _APPROXIMATIONS[word])

    def approximate_share(self, children: Children) -> Measure:
        """约三分之二."""
        tokens = tokens_of(children)
        measure = self.share([tokens.pop("SHARE")])
        (word,) = tokens
        return attrs.evolve(measure, approximation=_APPROXIMATIONS[word])

    def approximate_scaled(self, children: Children) -> Measure:
        """1.5万余家: the scale stands before the word that makes the number approximate."""
        digits, scale, _ = parts_of(children, Token)
        (word, exponent), *rest = next(iter(parts_of(children, tuple)), ((("", 1),), None))[0]
        counted = ((f"{scale.value}{word}", exponent),) if exponent > 0 else ((scale.value, 1), (word, exponent))
        factors = (*counted, *rest)
        return self._measure(
            value_of(digits), factors, span_of(digits, scale), span_of(scale, scale), Approximation.OVER
        )

    # one number

    def comparison(self, children: Children) -> Bound:
        """An operator and a number: the most frequent cell of all, spared what the longer ones need."""
        token, measure = children
        return Bound(
            op_of(cast("Token", token)),
            cast("Measure", measure),
            op_span=span_of(cast("Token", token), cast("Token", token)),
        )

    def bare(self, children: Children) -> Bound:
        """A number alone."""
        return Bound(None, cast("Measure", children[0]))

    def bound(self, children: Children) -> Bound:
        """A number with operators before or behind it, and perhaps its subject."""
        (measure,), tokens = parts_of(children, Measure), tokens_of(children)
        closing = op_of(tokens.get("CLOSING"), "CLOSING")
        token = tokens.get("OPERATOR")
        op = op_of(token)
        if op is None and closing is None:
            op = op_of(tokens.get("KEEP"), "KEEP")
        if op is None:
            op, closing, token = closing, None, tokens.get("CLOSING") or tokens.get("KEEP")
        if "INCLUSIVE" in tokens:
            op = _INCLUSIVE.get(op, op) if op else op
        span = span_of(token, token) if token is not None else Span(0, 0)
        return Bound(op, measure, closing, subject_of(tokens), op_span=span)

    def done(self, children: Children) -> Bound:
        """A number with what is then done; a time in which something is done is the longest that it may take."""
        bound = self.bound(children)
        is_time = bound.op is None and is_duration(bound.measure)
        return attrs.evolve(bound, op=Op.LE) if is_time else bound

    def rate(self, children: Children) -> Bound:
        """An amount for each of something: 每家10万元 is 10万元/家."""
        each, scale = list[tuple[str, int]](), ""
        for token in parts_of(children, Token):
            if token.type == "ROUND":
                scale = _ROUND[token.value]
            elif token.type == "UNIT":
                each.append((f"{scale}{token.value}", -1))
                scale = ""
        (measure,) = parts_of(children, Measure)
        per = self._measure(
            measure.number, measure.unit + tuple(each), measure.span, measure.unit_span, measure.approximation
        )
        return self.bound([per if child is measure else child for child in children])

    def reach(self, children: Children) -> Bound | Qualitative:
        """A level that a change leads to: 提高到90%. Where it starts from leads there, or the words are not clear."""
        (*start, measure), tokens = parts_of(children, Measure), tokens_of(children)
        word = tokens["REACH"]
        op = op_of(word, "REACH")
        if start and not leads_up_to(start[0], measure, op):
            return _UNCLEAR
        closing = op_of(tokens.get("CLOSING"), "CLOSING")
        return Bound(op, measure, closing, subject_of(tokens), op_span=span_of(word, word))

    def aimed(self, children: Children) -> Expression:
        """力争不少于120万人次: the resolve before it does not change what is asked."""
        return cast("Expression", children[1])

    def full(self, _: Children) -> Bound:
        """全覆盖: the 100 % is not written."""
        return Bound(Op.EQ, Measure(Fraction(100), PERCENT))

    def none_of(self, children: Children) -> Bound:
        """零事故, 无投诉: the 0 is not written; what must not happen is the subject."""
        token = cast("Token", children[0])
        negation = max((word for word in words()["NONE"].meanings if token.startswith(word)), key=len)
        return Bound(Op.EQ, Measure(Fraction(0)), subject=token[len(negation) :])

    def every_one(self, children: Children) -> Bound:
        """各1次: at least so many for each."""
        (measure,) = parts_of(children, Measure)
        return Bound(Op.GE, measure, subject="各")

    # two numbers

    def between(self, children: Children) -> Between:
        """A range; a unit written once, at its end, is that of both."""
        low, high = parts_of(children, Measure)
        return range_of(low, high)

    def between_bounds(self, children: Children) -> All:
        """大于20小于35: two bounds in a row."""
        first_op, first, second_op, second = children
        return All((self.bound([first_op, first]), self.bound([second_op, second])))

    def between_variable(self, children: Children) -> All:
        """85%≤X≤95%: the first bound is seen from the other side."""
        first, low_op, _, high_op, second = children
        low = self.bound([low_op, first])
        return All((attrs.evolve(low, op=low.op.reversed if low.op else None), self.bound([high_op, second])))

    def interval(self, children: Children) -> Between:
        """`[60,80)`, with its unit behind each number, behind the last, or behind the brackets."""
        measures: list[Measure] = []
        for child in children:
            if type(child) is tuple:
                # Behind the brackets or the last number, a unit is that of every number that has none.
                measures = [
                    measure if measure.unit else self._measure(measure.number, child[0], measure.span, child[1])
                    for measure in measures
                ]
            elif type(child) is Token and child.type == "PLAIN":
                measures.append(self._measure(number(child), (), span_of(child, child)))
        low, high = measures
        if low.unit and not high.unit:
            high = with_unit_of(high, low)
        brackets = tokens_of(children)
        return Between(low, high, "LSQB" in brackets, "RSQB" in brackets)

    def tolerance(self, children: Children) -> Tolerance:
        """A value and the distance allowed from it."""
        *center, delta = parts_of(children, Measure)
        if center and not center[0].unit:
            center = [with_unit_of(center[0], delta)]
        return Tolerance(center[0] if center else None, delta)

    def ratio(self, children: Children) -> Ratio:
        """A quotient of two numbers."""
        tokens = tokens_of(children)
        left, right = (
            self._measure(number(token), (), span_of(token, token))
            for token in parts_of(children, Token)
            if token.type == "NUMBER"
        )
        op = op_of(tokens.get("OPERATOR")) or op_of(tokens.get("CLOSING"), "CLOSING")
        return Ratio(op, left, right, str(tokens.get("SUBJECT", "")).strip())

    def quotient(self, children: Children) -> Quotient:
        """A part and a whole, each with the unit behind it."""
        measures: list[Measure] = []
        for token in parts_of(children, Token):
            if token.type == "NUMBER":
                measures.append(self._measure(number(token), (), span_of(token, token)))
            elif token.type == "UNIT":
                last = measures.pop()
                measures.append(self._measure(last.number, ((str(token), 1),), last.span, span_of(token, token)))
        unit = next(iter(parts_of(children, tuple)), None)
        if unit is not None:
            last = measures.pop()
            measures.append(self._measure(last.number, unit[0], last.span, unit[1]))
        part, whole = measures
        return Quotient(part, whole)

    # change

    def change(self, children: Children) -> Change | Qualitative:
        """A change against a baseline; with a degree and no amount, only a person can judge it."""
        tokens, measures = tokens_of(children), parts_of(children, Measure)
        direction = Direction(words()["VERB"].meaning(tokens["VERB"]))
        degree = tokens.get("DEGREE")
        if degree is not None and not measures:
            return Qualitative("".join(parts_of(children, Token)), direction, str(degree))
        baseline, subject = baseline_of(tokens.get("BASELINE")), str(tokens.get("CHANGING", ""))
        if len(measures) == 2:
            between = range_of(*measures)
            return Change(direction, baseline, None, between.low, between.high, subject)
        op = op_of(tokens.get("OPERATOR")) or op_of(tokens.get("CLOSING"), "CLOSING")
        return Change(direction, baseline, op, measures[0] if measures else None, subject=subject)

    def against_baseline(self, children: Children) -> Change:
        """不低于上年: a bound on the baseline itself."""
        operator, baseline = cast("list[Token]", children)
        op = op_of(operator)
        assert op is not None  # noqa: S101 - every operator of the lexicon has a sign; for the type checker
        return Change(AGAINST_BASELINE[op], baseline_of(baseline))

    # several

    def dated(self, children: Children) -> All:
        """A deadline and what has to be reached by it: 12月底前100%到位."""
        deadline, *rest = children
        return All((cast("Deadline", deadline), self.bound(rest)))

    # answers, levels, other values, nothing

    def yes_no(self, children: Children) -> YesNo:
        """An answer."""
        token = cast("Token", children[0])
        return YesNo(token.type == "YES", str(token))

    def grade(self, children: Children) -> Grade:
        """A level, with a bound on the levels where one is written."""
        tokens = tokens_of(children)
        scale, level = self.levels[tokens["LEVEL"]]
        op = op_of(tokens.get("CLOSING"), "CLOSING") or op_of(tokens.get("OPERATOR"))
        return Grade(scale, level, op)

    def reference(self, children: Children) -> Reference:
        """A bound on another value of the table."""
        tokens = tokens_of(children)
        op = op_of(tokens.get("OPERATOR")) or op_of(tokens.get("CLOSING"), "CLOSING") or Op.LE
        return Reference(op, words()["REFERRED"].meaning(tokens["REFERRED"]))

    def scale(self, children: Children) -> Scale:
        """The answer options."""
        return Scale(str(children[0]))

    def blank(self, children: Children) -> Blank:
        """Signs without a number."""
        tokens = tokens_of(children)
        unit = next(iter(parts_of(children, tuple)), ((), None))[0]
        return Blank("".join(tokens.values()), op_of(tokens.get("OPERATOR")), unit)

    # actual values

    def tier(self, children: Children) -> TierWords:
        """One of the three official tiers."""
        return TierWords(words()["TIER"].meaning(str(children[0])))

    def asserted(self, _: Children) -> Assertion:
        """Said to be done."""
        return Assertion()

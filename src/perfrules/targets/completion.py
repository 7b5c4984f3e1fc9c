"""Completes an expression from its context: supplies what the cell leaves out, and records where it came from."""

from datetime import date
from fractions import Fraction

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.source import Source, Span, TextPlace
from perfrules.syntax import (
    PERCENT,
    All,
    Any,
    Approximation,
    Between,
    Blank,
    Bound,
    Change,
    Deadline,
    Expression,
    Grade,
    Measure,
    Op,
    Origin,
    Period,
    Qualitative,
    Ratio,
    Scale,
    Tolerance,
    UnitFactors,
    Window,
    YesNo,
    fold,
)
from perfrules.targets.approximation import ABOUT, approximately, bounded
from perfrules.targets.budget_year import in_budget_year
from perfrules.targets.context import Context
from perfrules.targets.dates_as_numbers import (
    against_year,
    date_meant,
    is_range_of_years,
    serial_date,
    year_in_column,
)
from perfrules.targets.inference import infer_operator
from perfrules.targets.money import is_money_supplied, with_money
from perfrules.targets.surroundings import Surroundings, event_of_name, name_says, surroundings
from perfrules.targets.unread import holds_number, why_unread
from perfrules.units import SCALES, comparison_note, exact_text


@attrs.define
class Completion:
    """One completion: the cell's text and context, and the diagnostics found on the way."""

    text: str
    context: Context
    around: Surroundings
    diagnostics: list[Diagnostic]

    def note(self, code: Code, span: Span | None = None, **arguments: str | date) -> None:
        """Add a diagnostic, pointing into the cell where a span is given."""
        labels = (Label(TextPlace(Source("指标值", self.text), span)),) if span is not None else ()
        self.diagnostics.append(Diagnostic.of(code, *labels, **arguments))


def complete(text: str, expression: Expression, context: Context) -> tuple[Expression, list[Diagnostic]]:
    """Complete the expression that was read in `text`."""
    work = Completion(text, context, surroundings(context), [])
    work.diagnostics.extend(work.around.diagnostics)
    completed = _complete(work, expression)
    if isinstance(completed, Deadline):
        completed = _with_event(completed, context.name)
    return completed, work.diagnostics


def _complete(work: Completion, expression: Expression) -> Expression:
    match expression:
        case Bound():
            return _bound(work, expression)
        case Between() if (disguised := _date_in_disguise(work, expression)) is not None:
            return disguised
        case Between():
            return attrs.evolve(expression, low=_measure(work, expression.low), high=_measure(work, expression.high))
        case Tolerance():
            return _tolerance(work, expression)
        case Ratio(op=None):
            return _ratio(work, expression)
        case Change(amount=Measure(unit=())) if work.around.unit:
            return _change_in_column_unit(work, expression)
        case Deadline(stated=False):
            return in_budget_year(_bare_date(work, expression), work.context.year)
        case Deadline() | Window():
            return in_budget_year(expression, work.context.year)
        case Grade():
            return _grade(work, expression)
        case All(of=(Bound() as first, Bound() as second)) if _makes_range(_joined(first), _joined(second)):
            return _complete(work, _range_of(_joined(first), _joined(second)))
        case All() | Any():
            return type(expression)(tuple(_complete(work, part) for part in expression.of))
        case YesNo(answer=False, word="无") if not _is_question(work.context.name):
            return _blank(work, Blank(work.text))
        case Blank():
            return _blank(work, expression)
        case Qualitative():
            return _qualitative(work, expression)
        case Scale():
            work.note(Code.SCALE_INSTEAD_OF_LEVEL, text=expression.text)
            return expression
        case _:
            return expression


# one number


def _bound(work: Completion, bound: Bound) -> Expression:
    if (disguised := _date_in_disguise(work, bound)) is not None:
        return disguised
    if bound.closing is not None:
        bound = _joined(bound)
        _note_closing(work, bound)
    if bound.op is not None and work.around.says_qualitative:
        work.note(Code.SIGN_CONTRADICTS, sign=work.context.sign, text=work.text)
    measure = _measure(work, bound.measure)
    if bound.op is None and measure.approximation is Approximation.ABOUT:
        return _tolerance_about(work, measure)
    op, origin = bound.op, Origin.CELL
    if op is None:
        op, origin = infer_operator(work.context, work.around, measure, bound.subject)
    if bound.op is not None:
        _compare_operator(work, bound.op)
    _note_unwritten(work, bound, measure)
    if op is bound.op and measure is bound.measure:
        return bound
    return Bound(op, measure, bound.closing, bound.subject, origin, bound.op_span)


def _tolerance_about(work: Completion, measure: Measure) -> Tolerance:
    """约300万元 asks for about so much, not for at least so much."""
    exact = attrs.evolve(measure, approximation=None)
    unit = measure.of
    work.note(
        Code.ABOUT_ASSUMED, text=work.text.strip(), range=approximately(measure).scaled(unit.factor).in_unit(unit)
    )
    return Tolerance(exact, attrs.evolve(exact, number=abs(exact.number) * ABOUT), about=True)


def _joined(bound: Bound) -> Bound:
    """Two operators that say the same are one; the one that leaves out the number is the stricter."""
    pair = {bound.op, bound.closing}
    for inclusive, strict in ((Op.GE, Op.GT), (Op.LE, Op.LT)):
        if pair <= {inclusive, strict}:
            return attrs.evolve(bound, op=strict if strict in pair else inclusive, closing=None)
    return bound


def _note_closing(work: Completion, bound: Bound) -> None:
    """Point at two operators that do not say the same: 不低于90%以下."""
    first, second, number = bound.op, bound.closing, bound.measure.number
    if first is None or second is None:
        return
    if bounded(first, number).misses(bounded(second, number)):
        value = f"{exact_text(number)}{bound.measure.of.text}"
        work.note(Code.RANGE_EMPTY, text=work.text, first=f"{first.value}{value}", second=f"{second.value}{value}")
    else:
        work.note(Code.OPERATOR_CONFLICT, cell=first.value, place="同一格里数的后面", other=second.value)


def _compare_operator(work: Completion, op: Op) -> None:
    """Point at columns that contradict the cell. A strict operator does not contradict its inclusive one."""
    around = work.around
    if around.column_op is not None and around.column_op is not op:
        work.note(Code.OPERATOR_CONFLICT, cell=op.value, place="符号列", other=work.context.sign)
    elif around.template_op is not None and around.template_op is not op:
        work.note(Code.OPERATOR_CONFLICT, cell=op.value, place="指标名称", other=around.template_op.value)
    higher = {Op.GE: True, Op.GT: True, Op.LE: False, Op.LT: False}.get(op)
    if around.direction_op is not None and higher is not None and higher != (around.direction_op is Op.GE):
        work.note(Code.OPERATOR_CONFLICT, cell=op.value, place="方向列", other=work.context.direction)


def _note_unwritten(work: Completion, bound: Bound, measure: Measure) -> None:
    if not measure.is_written and measure.number:
        work.note(Code.FULL_ASSUMED, text=work.text.strip())
    if bound.subject == "各":
        work.note(
            Code.EACH_ASSUMED,
            text=work.text.strip(),
            amount=f"{exact_text(measure.number)}{measure.of.text}",
        )


def _date_in_disguise(work: Completion, expression: Bound | Between) -> Expression | None:
    """Give what a number is that can be no amount: a date, or, where a date must stand, nothing that can be read."""
    if isinstance(expression, Bound) and (change := against_year(expression)) is not None:
        return change
    context = work.context
    if isinstance(expression, Between) and is_range_of_years(expression):
        return _qualitative(work, Qualitative(work.text.strip()))
    if not context.is_timeliness or work.around.template_op:
        return None
    if isinstance(expression, Bound) and work.around.unit and (year := year_in_column(expression, work.around.unit)):
        work.note(Code.SPREADSHEET_DATE, expression.measure.span, text=work.text, date=f"{year.period.year}年")
        return year
    if work.around.unit:
        return None
    if isinstance(expression, Bound) and name_says(context.name, "DATELIKE"):
        day = serial_date(expression.measure)
        if day is not None:
            work.note(Code.SPREADSHEET_DATE, expression.measure.span, text=work.text, date=day)
            return Deadline(Period(day.year, (day.month, day.day), (day.month, day.day)))
    meant = date_meant(expression)
    if meant is not None:
        work.note(Code.SPREADSHEET_DATE, text=work.text, date=_month_text(meant))
        return meant
    measure = expression.measure if isinstance(expression, Bound) else expression.low
    if not measure.unit and measure.number.denominator != 1 and name_says(context.name, "DATELIKE"):
        return _qualitative(work, Qualitative(work.text.strip()))
    return None


def _month_text(expression: Deadline | Window) -> str:
    periods = [expression.period] if isinstance(expression, Deadline) else [expression.start, expression.end]
    return "至".join(f"{period.year}年{period.first[0]}月" for period in periods)


# units


def _measure(work: Completion, measure: Measure) -> Measure:
    """Supply the unit that the cell leaves out, and point at one that contradicts it."""
    if not measure.is_written:
        return measure
    around = work.around
    if not measure.unit:
        if not around.unit:
            return _without_unit(work, measure)
        measure = attrs.evolve(measure, unit=around.unit)
    elif around.unit and _is_scale_alone(measure.unit) and around.unit[0][0][0] not in "万亿":
        (scale, _), (word, exponent) = measure.unit[0], around.unit[0]
        measure = attrs.evolve(measure, unit=((f"{scale}{word}", exponent), *around.unit[1:]))
    measure = with_money(measure, work.context, work.text, work.diagnostics)
    if around.unit:
        _compare_unit(work, measure)
    return measure


def _is_scale_alone(unit: UnitFactors) -> bool:
    return len(unit) == 1 and unit[0][0] in SCALES


def _without_unit(work: Completion, measure: Measure) -> Measure:
    """Nothing says the unit. A share needs one, unless it is 0, or is 1 and its basis says 100%."""
    name = work.context.name
    if not measure.number or not name_says(name, "SHARE_NAME", at_end=True):
        return measure
    if measure.number == 1 and "100%" in fold(work.context.basis):
        work.note(Code.ONE_IS_WHOLE, measure.span, text=work.text.strip(), basis=work.context.basis)
        return attrs.evolve(measure, number=Fraction(100), unit=PERCENT)
    text = work.text.strip()
    work.note(Code.UNIT_NEEDED, measure.span, name=name, text=text, place="单位列", example=f"{text}%")
    return measure


def _compare_unit(work: Completion, measure: Measure) -> None:
    cell, other = measure.of, work.context.language.units.unit_of(work.around.unit)
    if comparison_note(cell, other) is None and not is_money_supplied(work.around.unit, measure.unit):
        place = work.around.unit_place
        work.note(Code.UNIT_CONFLICT, measure.unit_span, cell=cell.text, place=place, other=other.text)


def _change_in_column_unit(work: Completion, change: Change) -> Change:
    def completed(measure: Measure | None) -> Measure | None:
        return measure and _measure(work, measure)

    return attrs.evolve(change, amount=completed(change.amount), high=completed(change.high))


# two numbers


def _tolerance(work: Completion, tolerance: Tolerance) -> Tolerance:
    """The distance is in the unit of the value; a percentage of a value that is none is a share of it: 60家±5%."""
    if tolerance.center is None:
        return Tolerance(None, _measure(work, tolerance.delta))
    center, delta = _measure(work, tolerance.center), tolerance.delta
    if not delta.unit:
        return Tolerance(center, attrs.evolve(delta, unit=center.unit))
    share = delta.of
    if share.text == "%" and center.of.text != "%":
        delta = attrs.evolve(delta, number=abs(center.number) * share.to_base(delta.number), unit=center.unit)
    return Tolerance(center, delta)


def _makes_range(first: Bound, second: Bound) -> bool:
    ends = {Op.GE: "low", Op.GT: "low", Op.LE: "high", Op.LT: "high"}
    sides = {ends.get(bound.op) for bound in (first, second) if bound.op and bound.closing is None}
    return sides == {"low", "high"} and not second.subject


def _range_of(first: Bound, second: Bound) -> Between:
    low, high = (first, second) if first.op in {Op.GE, Op.GT} else (second, first)
    unit = high.measure.unit or low.measure.unit
    bottom, top = (
        bound.measure if bound.measure.unit else attrs.evolve(bound.measure, unit=unit) for bound in (low, high)
    )
    return Between(bottom, top, low.op is Op.GE, high.op is Op.LE, first.subject)


def _ratio(work: Completion, ratio: Ratio) -> Ratio:
    """Only a column, a template or a name that wants the right side large gives a bare ratio its direction."""
    if (written := work.around.operator) is not None:
        op, origin = written
        return attrs.evolve(ratio, op=op, op_from=origin)
    if name_says(work.context.name, "LEVERAGE"):
        return attrs.evolve(ratio, op=Op.GE, op_from=Origin.NAME)
    work.note(Code.RATIO_UNDIRECTED, text=work.text.strip(), name=work.context.name)
    return ratio


# dates, answers, nothing


def _bare_date(work: Completion, deadline: Deadline) -> Deadline | Window:
    if work.context.is_timeliness:
        return attrs.evolve(deadline, stated=True)
    return Window(deadline.period, deadline.period)


def _with_event(deadline: Deadline, name: str) -> Deadline:
    """Supply what is to happen by a day, where the name says that it is no completion."""
    event = "" if deadline.event or deadline.every else event_of_name(name)
    return attrs.evolve(deadline, event=event) if event else deadline


def _grade(work: Completion, grade: Grade) -> Grade:
    """A bare level is wanted or better; a scale that the name names is the one that is meant."""
    name = fold(work.context.name)
    named = [scale for scale in work.context.language.scales.values() if scale.ordered and scale.name in name]
    # Two scales may share a spelling and not the level: AA级 is 2A级 of 景区, and AA级 of 信用.
    cell = fold(work.text)
    words = [word for word, level in grade.scale.spellings.items() if level == grade.level and word in cell]
    word = max(words, key=len, default=grade.level)
    scale = next((scale for scale in named if word in scale.spellings), None)
    op = grade.op or Op.GE
    return Grade(scale, scale.spellings[word], op) if scale else attrs.evolve(grade, op=op)


def _is_question(name: str) -> bool:
    """Whether 无 can be an answer to this name: it asks a question or names something bad; or there is no name."""
    return not name or any(name_says(name, section) for section in ("WHETHER", "BAD", "COUNTED"))


def _blank(work: Completion, blank: Blank) -> Expression:
    if not blank.text and work.around.name_target is not None:
        work.note(Code.TARGET_FROM_NAME, name=work.context.name, text=work.around.name_target_text)
        return _complete(work, work.around.name_target)
    if blank.op is not None or blank.unit:
        work.note(Code.NUMBER_MISSING, text=blank.text)
    else:
        work.note(Code.TARGET_BLANK, text=blank.text or "（空）")
    return blank


def _qualitative(work: Completion, words: Qualitative) -> Qualitative:
    if holds_number(words.text, work.context.language):
        work.diagnostics.append(why_unread(words.text, work.context.language))
    elif work.around.column_op is not None:
        work.note(Code.SIGN_CONTRADICTS, sign=work.context.sign, text=words.text[:40])
    return words

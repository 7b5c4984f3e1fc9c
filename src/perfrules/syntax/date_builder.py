"""Builds the dates of the indicator language, rule by rule: deadlines, starts and windows.

The methods are part of `Builder`, which is made of them and of those for everything else.
"""

from typing import cast

import attrs
from lark import Token, Transformer

from perfrules.syntax import calendar
from perfrules.syntax.expression import Deadline, Period, Window
from perfrules.syntax.lexicon import words
from perfrules.syntax.tokens import Children, parts_of, tokens_of


class DateBuilder(Transformer[Token, object]):
    """The callbacks of the rules for dates."""

    def date(self, children: Children) -> tuple[Period, bool]:
        """A period, and whether it is an edge of one (12月底)."""
        return calendar.period({token.type: str(token) for token in cast("list[Token]", children)})

    def deadline_bare(self, children: Children) -> Deadline:
        """A date alone; the edge of a period is a deadline by itself."""
        period, edged = cast("tuple[Period, bool]", children[0])
        return Deadline(period, stated=edged)

    def deadline(self, children: Children) -> Deadline:
        """A date with a word that makes it a deadline."""
        ((period, _),) = parts_of(children, tuple)
        terminals = {token.type for token in parts_of(children, Token)}
        before = "BEFORE" in terminals and not period.is_day
        return Deadline(period, before, worded=not terminals.isdisjoint({"BEFORE", "UNTIL"}))

    def started(self, children: Children) -> Deadline:
        """A date by which something is to begin, or has begun: 6月底前开工."""
        event = words()["STARTED"].meaning(tokens_of(children)["STARTED"])
        return attrs.evolve(self.deadline(children), event=event)

    def recurring(self, children: Children) -> Deadline:
        """每月25日前: a day of every month; 每季度末: the last day."""
        every, day = calendar.recurrence(str(children[0]))
        dates = parts_of(children, tuple)
        period = dates[0][0] if dates else Period(None, (0, day), (0, day))
        return Deadline(period, every=every)

    def window(self, children: Children) -> Window:
        """From one date to another; a year written once is that of both."""
        (start, _), (end, _) = parts_of(children, tuple)
        return Window(calendar.in_year(start, start.year or end.year), calendar.in_year(end, end.year or start.year))

    def months(self, children: Children) -> Window:
        """`2021年1-11月`."""
        return Window(*calendar.months({token.type: str(token) for token in cast("list[Token]", children)}))

    def years(self, children: Children) -> Window:
        """2022-2024年: from the first day of one to the last of the other."""
        first, last = calendar.years_in(str(children[0]))
        return Window(Period(first), Period(last))

    def whole_year(self, children: Children) -> Window:
        """全年: the budget year; 2024年全年: that year."""
        period, _ = calendar.period({token.type: str(token) for token in parts_of(children, Token)})
        return Window(period, period)

    def within_year(self, _: Children) -> Deadline:
        """年内完成: by the end of the budget year."""
        return Deadline(Period(None))

    def started_within_year(self, children: Children) -> Deadline:
        """年内开工."""
        return Deadline(Period(None), event=words()["STARTED"].meaning(tokens_of(children)["STARTED"]))

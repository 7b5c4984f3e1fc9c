"""What was found out about the lines of a table so far: their distinct combinations, and the plans of frequent ones."""

from collections.abc import Mapping
from threading import Lock

import attrs
import numpy as np

from perfrules.columnar.awards import Awards, awards_of
from perfrules.columnar.columns import Cell, Columns
from perfrules.columnar.line import Line, SchemeOf, baseline_of, context_of, year_of
from perfrules.columnar.measured import UNREPORTED, UnitKinds
from perfrules.columnar.numbers import Flags, Integers
from perfrules.columnar.pieces import Scored
from perfrules.columnar.plans import Plan, plan_of
from perfrules.columnar.results import Result, new_words
from perfrules.columnar.spellings import Indexes, Pairs, Spellings
from perfrules.columnar.states import States, states_of
from perfrules.columnar.turning import Measuring, NotStepwiseError
from perfrules.diagnostics import Code
from perfrules.syntax import Language
from perfrules.targets import parse

OF_LINES = frozenset({"actual", "weight", "judgement"})
"""The fields that hang on the line; all others are the same for many lines."""

OFTEN = 32
"""Lines of one combination from which on it pays to work out a plan for it."""

_MOST = 200_000


@attrs.define(eq=False)
class Register:
    """The combinations of the columns of some table, numbered, and their plans.

    `results` are those of single lines, by combination and the cells of `OF_LINES`; `words` those that results are of.
    """

    language: Language
    scheme_of: SchemeOf
    fields: tuple[str, ...]
    kinds: UnitKinds = attrs.field(factory=UnitKinds)
    _shared: tuple[str, ...] = attrs.field(init=False)
    _spellings: tuple[Spellings, ...] = attrs.field(init=False)
    _pairs: tuple[Pairs, ...] = attrs.field(init=False)
    results: dict[tuple[int, tuple[Cell, ...]], Result] = attrs.field(factory=dict)
    words: dict[str, Spellings] = attrs.field(factory=new_words)
    _plans: list[Plan | None] = attrs.field(factory=lambda: [None])
    _numbers: Indexes = attrs.field(factory=lambda: np.zeros(0, np.int32))
    _counts: Integers = attrs.field(factory=lambda: np.zeros(0, np.int64))
    _tried: Flags = attrs.field(factory=lambda: np.zeros(0, np.bool_))
    _lock: Lock = attrs.field(factory=Lock)
    _states: dict[int, States] = attrs.field(factory=dict)
    _awards: dict[tuple[int, int], Awards] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self._shared = tuple(field for field in self.fields if field not in OF_LINES)
        self._spellings = tuple(Spellings() for _ in self._shared)
        self._pairs = tuple(Pairs() for _ in self._shared)

    def combinations(self, columns: Columns, kind: Indexes | None) -> Indexes:
        """Give the number of the combination of each row, that of its unit among them."""
        found: Indexes | None = None
        for field, spellings, pairs in zip(self._shared, self._spellings, (None, *self._pairs), strict=False):
            codes = spellings.codes(columns.by_field[field])
            found = codes if found is None or pairs is None else pairs.codes(found, codes)
        if found is None:
            raise TypeError("a table of lines has targets")
        return self._pairs[-1].codes(found, np.zeros_like(found) if kind is None else kind)

    def line(self, combination: int, others: Mapping[str, Cell]) -> Line:
        """Give a line of a combination: the cells of its columns, and the `others`."""
        cells, number = dict(others), self._pairs[-1].left[combination]
        for field, spellings, pairs in reversed(
            list(zip(self._shared, self._spellings, (None, *self._pairs), strict=False))
        ):
            code = number if pairs is None else pairs.right[number]
            cells[field] = spellings.values[code]
            number = number if pairs is None else pairs.left[number]
        return Line(cells)

    @property
    def is_full(self) -> bool:
        """Whether there are so many combinations that remembering them costs more than it saves."""
        return (
            max(len(self.results), len(self._pairs[-1].left), *(len(each.values) for each in self._spellings)) > _MOST
        )

    def plans(self, combinations: Indexes) -> Indexes:
        """Give the number of the plan of each row, 0 where there is none: for a :class:`States` made from now on."""
        with self._lock:
            missing = len(self._pairs[-1].left) - len(self._tried)
            if missing > 0:
                self._numbers = np.append(self._numbers, np.zeros(missing, np.int32))
                self._counts = np.append(self._counts, np.zeros(missing, np.int64))
                self._tried = np.append(self._tried, np.zeros(missing, np.bool_))
            if not self._tried.all():
                self._counts += np.bincount(combinations, minlength=len(self._counts))
                for combination in np.flatnonzero((self._counts >= OFTEN) & ~self._tried):
                    self._try(int(combination))
            return np.take(self._numbers, combinations)

    def _try(self, combination: int) -> None:
        numbers = self._numbers.copy()  # other threads look up the former ones
        self._tried[combination] = True
        try:
            self._plans.append(self._plan(combination))
        except NotStepwiseError:
            return
        numbers[combination] = len(self._plans) - 1
        self._numbers = numbers

    def _plan(self, combination: int) -> Plan:
        line, problems = self.line(combination, {}), list[Code]()
        kind = self._pairs[-1].right[combination]
        year = year_of(line, problems)
        if problems:
            raise NotStepwiseError
        target = parse(line.text("target"), **context_of(line, year, self.language))
        baseline = baseline_of(line.cells.get("baseline"), self.language)
        scored = Scored(None)
        if "weight" in self.fields:
            scheme = self.scheme_of(line.text("scheme"), year)
            missing = (Code.SCHEME_UNKNOWN.id,) if scheme is None else ()
            scored = Scored(scheme, line.text("category"), line.text("subcategory"), missing)
        measuring = Measuring(target, self.kinds.unit(kind), baseline)
        return plan_of(measuring, scored, reported=kind != UNREPORTED)

    def states(self, places: int) -> States:
        """Give all plans, for numbers with so many decimals."""
        with self._lock:
            states = self._states.get(places)
            if states is None or len(states.most) < len(self._plans):
                states = self._states[places] = states_of(self._plans, places, self.words)
            return states

    def awards(self, states: States, weight_places: int) -> Awards:
        """Give how these states give points."""
        key = (states.places, weight_places)
        with self._lock:
            awards = self._awards.get(key)
            if awards is None or len(awards.group) < len(states.standings):
                awards = self._awards[key] = awards_of(states, weight_places)
            return awards

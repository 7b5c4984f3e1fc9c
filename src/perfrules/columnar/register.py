"""What was found out about the lines of a table so far: their distinct combinations, and the plans of frequent ones."""

from collections.abc import Hashable, Mapping
from threading import Lock

import attrs
import numpy as np

from perfrules.columnar.awards import Awards, awards_of
from perfrules.columnar.columns import Cell, Columns
from perfrules.columnar.groups import Groups
from perfrules.columnar.line import Line, SchemeOf, baseline_of, context_of, year_of
from perfrules.columnar.measured import UNREPORTED, UnitKinds
from perfrules.columnar.pieces import Scored
from perfrules.columnar.plans import Plan, plan_of
from perfrules.columnar.results import Result, new_words
from perfrules.columnar.spellings import Indexes, Pairs, Spellings
from perfrules.columnar.states import States, states_of
from perfrules.columnar.turning import Measuring, NotStepwiseError
from perfrules.diagnostics import Code
from perfrules.syntax import Language
from perfrules.targets import Target, parse

OF_LINES = frozenset({"actual", "weight", "judgement"})
"""The fields that hang on the line; all others are the same for many lines."""

OFTEN = 32
"""Lines of one combination from which on it pays to work out a plan for it."""

_MOST = 131_072


@attrs.frozen
class _Asked:
    """What the lines of one combination are about."""

    target: Target
    kind: int
    baseline: Cell
    scored: Scored
    problems: tuple[Code, ...]

    @property
    def key(self) -> Hashable:
        """What has to be the same for lines to come to the same: all but the texts that messages quote."""
        target, scored = self.target, self.scored
        codes = tuple(each.code for each in target.diagnostics)
        reading = target.expression, target.region, codes, target.year
        scheme = scored.scheme.name if scored.scheme else ""
        return *reading, self.kind, self.baseline, scheme, scored.category, scored.subcategory, self.problems


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
    _groups: Groups = attrs.field(factory=Groups)
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

    def emptied(self) -> "Register":
        """Give a new one that remembers only the plans."""
        with self._lock:
            new = Register(self.language, self.scheme_of, self.fields, self.kinds, words=self.words)
            new._plans, new._groups = list(self._plans), self._groups.planned()
            return new

    @property
    def is_full(self) -> bool:
        """Whether there are so many combinations that remembering them costs more than it saves."""
        return (
            max(len(self.results), len(self._pairs[-1].left), *(len(each.values) for each in self._spellings)) > _MOST
        )

    def plans(self, combinations: Indexes) -> tuple[Indexes, Mapping[int, Target]]:
        """Give the number of the plan of each row, 0 where there is none: for a :class:`States` made from now on.

        Besides, give the targets of new combinations, which were read to tell whether they ask for the same as others.
        """
        with self._lock:
            known, now = len(self._groups.of), len(self._pairs[-1].right)
            fresh = {combination: self._asked(combination) for combination in range(known, now)}
            self._groups.add([asked.key for asked in fresh.values()])
            frequent = self._groups.frequent(combinations, OFTEN)
            self._groups.set_plans({group: self._plan(self._groups.first[group]) for group in frequent})
            return self._groups.plans(combinations), {number: asked.target for number, asked in fresh.items()}

    def _asked(self, combination: int) -> _Asked:
        line, problems = self.line(combination, {}), list[Code]()
        year = year_of(line, problems)
        target = parse(line.text("target"), **context_of(line, year, self.language))
        scored = Scored(None)
        if "weight" in self.fields:
            scheme = self.scheme_of(line.text("scheme"), year)
            missing = () if scheme else (Code.SCHEME_UNKNOWN.id,)
            scored = Scored(scheme, line.text("category"), line.text("subcategory"), missing)
        kind = self._pairs[-1].right[combination]
        return _Asked(target, kind, line.cells.get("baseline"), scored, tuple(problems))

    def _plan(self, combination: int) -> int:
        """Work out a plan and give its number, 0 where there can be none."""
        asked = self._asked(combination)
        measuring = Measuring(asked.target, self.kinds.unit(asked.kind), baseline_of(asked.baseline, self.language))
        try:
            if asked.problems:
                raise NotStepwiseError
            self._plans.append(plan_of(measuring, asked.scored, reported=asked.kind != UNREPORTED))
        except NotStepwiseError:
            return 0
        return len(self._plans) - 1

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

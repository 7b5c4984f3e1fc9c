"""What ruleset texts hold: goal tables, schemes and review rules, with what is wrong in them."""

from collections.abc import Iterable, Sequence

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evidence import FileRecord
from perfrules.monitoring import LightCase, Method
from perfrules.names import comparable
from perfrules.rules.methods.methods import KEYWORD as METHOD
from perfrules.rules.methods.reading import MethodReading
from perfrules.rules.reviewing.blocks import KEYWORDS as REVIEWING
from perfrules.rules.reviewing.blocks import ReviewBlock, ReviewContent, read_review
from perfrules.rules.reviewing.settings import KEYWORD as SETTINGS
from perfrules.rules.reviewing.shipped import shipped_review
from perfrules.rules.schemes.choosing import is_family
from perfrules.rules.schemes.draft import SchemeDraft
from perfrules.rules.schemes.linking import link
from perfrules.rules.schemes.scheme import read_scheme
from perfrules.rules.schemes.shipped import shipped_draft, shipped_schemes
from perfrules.rules.tables.goal_tables import FIELDS, read_goal_table
from perfrules.rules.text.fields import field_named, hint, value_of
from perfrules.rules.text.headers import header_of
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems, read_outline
from perfrules.rules.trials.trials import read_trial, read_trials
from perfrules.rules.words.own_words import read_own_words
from perfrules.scoring import Scheme
from perfrules.source import Source
from perfrules.syntax import STANDARD, Language
from perfrules.tables import GoalTable, Level
from perfrules.trials import Trial

BLOCKS = ("目标表", "部门目标表", "评分办法", "试算", METHOD, "用语", *REVIEWING)


@attrs.frozen
class RulesetContent:
    """What the files of a ruleset hold, in their order; the language of the ruleset; what is wrong in it; the files."""

    goal_tables: tuple[GoalTable, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    trials: tuple[Trial, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    language: Language = STANDARD
    methods: tuple[Method, ...] = ()
    review: ReviewContent = attrs.field(factory=ReviewContent)
    method_trials: tuple[LightCase, ...] = ()
    files: tuple[FileRecord, ...] = ()


def read_ruleset(source: Source) -> RulesetContent:
    r"""Read one ruleset text. It never raises on a text: what is wrong is in the diagnostics, with its place.

    >>> content = read_ruleset(Source("x.rules", "目标表 甲\n  年份：2023\n"))
    >>> print(content.diagnostics[0].message)
    目标表没有“年份”这一栏。您是不是想写“年度”？请改成已有的栏目，或者删去这一行。
    >>> print(content.diagnostics[0].labels[0].place)
    x.rules 第2行第3列
    """
    return read_rulesets([source])


def read_rulesets(sources: Sequence[Source]) -> RulesetContent:
    """Read several texts as one ruleset: a scheme in one may inherit from one in another."""
    problems = [Problems() for _ in sources]
    outlines = [(read_outline(source, each), each) for source, each in zip(sources, problems, strict=True)]
    # Words come first, whichever file they are in: they decide what the cells of all tables mean.
    blocks = ((entry, each) for entries, each in outlines for entry in entries if header_of(entry, BLOCKS)[0] == "用语")
    reading = _Reading(read_own_words(blocks))
    for entries, each in outlines:
        reading.read(entries, each)
    return reading.content()


@attrs.define
class _Reading:
    """What has been read so far, in a language."""

    language: Language
    tables: dict[tuple[str, int | None], GoalTable] = attrs.field(factory=dict)
    drafts: dict[str, SchemeDraft] = attrs.field(factory=dict)
    trials: list[Trial] = attrs.field(factory=list)
    tried: list[Piece] = attrs.field(factory=list)
    methods: MethodReading = attrs.field(factory=MethodReading)
    review: list[ReviewBlock] = attrs.field(factory=list)
    references: list[Piece] = attrs.field(factory=list)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)

    def read(self, entries: Iterable[Entry], problems: Problems) -> None:
        """Read the blocks of one text."""
        for entry in entries:
            self._block(entry, problems)
        self.diagnostics.extend(problems.found)

    def _block(self, entry: Entry, problems: Problems) -> None:
        keyword, name = header_of(entry, BLOCKS)
        if keyword not in BLOCKS:
            known = "、".join(BLOCKS)
            problems.add(Code.BLOCK_UNKNOWN, entry.line.whole, text=keyword, hint=hint(keyword, BLOCKS), known=known)
        elif keyword == "试算":
            self._trial(read_trial(entry, self.language, problems))
        elif not name.text and keyword != SETTINGS:
            problems.add(Code.NAME_MISSING, entry.line.whole, what=keyword)
        elif keyword == "用语":
            pass  # read before all others
        elif keyword in REVIEWING:
            self.review.append(ReviewBlock(keyword, entry, name))
        elif keyword == "评分办法":
            self._scheme(read_scheme(entry, name.text, problems), problems)
            self.trials.extend(read_trials(entry.children, name.text, self.language, problems))
        elif keyword == METHOD:
            self.methods.read(entry, name.text, problems)
        else:
            self.references.extend(_references(entry))
            level = Level.DEPARTMENT if keyword == "部门目标表" else Level.PROJECT
            self._table(entry, read_goal_table(entry, level, name, self.language, problems), problems)

    def _scheme(self, draft: SchemeDraft, problems: Problems) -> None:
        former = self.drafts.setdefault(draft.name, draft)
        if former is not draft:
            where = (Label(draft.place, "又写了一次"), Label(former.place, "已经写过"))
            problems.add(Code.BLOCK_TWICE, *where, what="评分办法", name=draft.name)

    def _trial(self, read: tuple[Trial, Piece] | None) -> None:
        if read is not None:
            self.trials.append(read[0])
            self.tried.append(read[1])

    def _table(self, entry: Entry, table: GoalTable, problems: Problems) -> None:
        former = self.tables.setdefault((comparable(table.name), table.year), table)
        if former is not table and former.place is not None:
            where = (Label(entry.place, "又写了一次"), Label(former.place, "已经写过"))
            problems.add(Code.BLOCK_TWICE, *where, what="目标表", name=table.name)

    def content(self) -> RulesetContent:
        """Link the schemes and look up the ones that tables ask for."""
        problems = Problems()
        known = [*self.drafts, *shipped_schemes()]
        linked = [link(draft, self._draft, known, problems) for draft in self.drafts.values()]
        schemes = tuple(scheme for scheme in linked if scheme is not None)
        asked = [each for each in self.references if not is_family(each.text, schemes)]
        for reference in (*asked, *self.tried):
            if self._draft(reference.text) is None:
                found = hint(reference.text, known)
                problems.add(Code.TABLE_SCHEME_UNKNOWN, reference, name=reference.text, hint=found)
        methods = tuple(self.methods.linked(problems))
        words = {each.name: each for each in shipped_review().words} if self.review else {}
        review = read_review(self.review, words, problems, self.language)
        return RulesetContent(
            tuple(self.tables.values()),
            schemes,
            tuple(self.trials),
            tuple(dict.fromkeys([*self.diagnostics, *problems.found])),
            self.language,
            methods,
            review,
            self.methods.trials,
        )

    def _draft(self, name: str) -> SchemeDraft | None:
        return self.drafts.get(name) or shipped_draft(name)


def _references(entry: Entry) -> list[Piece]:
    found = [value_of(child) for child in entry.children if field_named(child.label, FIELDS) == "评分办法"]
    return [each for each in found if each.text]

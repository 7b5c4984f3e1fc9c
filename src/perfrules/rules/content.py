"""What ruleset texts hold: goal tables, schemes and review rules, with what is wrong in them."""

from collections.abc import Iterable, Sequence

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evidence import FileRecord
from perfrules.monitoring import LightCase, Method
from perfrules.names import comparable
from perfrules.rules.blocks import BLOCKS, Block, read_block
from perfrules.rules.methods.methods import MethodDraft
from perfrules.rules.methods.reading import MethodReading
from perfrules.rules.reviewing.blocks import ReviewBlock, ReviewContent, read_review
from perfrules.rules.reviewing.shipped import shipped_review
from perfrules.rules.schemes.choosing import is_family
from perfrules.rules.schemes.draft import SchemeDraft
from perfrules.rules.schemes.linking import link
from perfrules.rules.schemes.scheme import KEYWORD as SCHEME
from perfrules.rules.schemes.shipped import shipped_draft, shipped_schemes
from perfrules.rules.text.headers import header_of
from perfrules.rules.text.hints import hint
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems, read_outline
from perfrules.rules.words.own_words import KEYWORD as WORDS
from perfrules.rules.words.own_words import read_own_words
from perfrules.scoring import Scheme
from perfrules.source import Source, TextPlace
from perfrules.syntax import STANDARD, Language
from perfrules.tables import GoalTable
from perfrules.trials import Trial


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
    language = read_words((entry, each) for entries, each in outlines for entry in entries)
    blocks = (([read_block(entry, language, each) for entry in entries], each) for entries, each in outlines)
    return put_together(blocks, language)


def read_words(blocks: Iterable[tuple[Entry, Problems]]) -> Language:
    """Give the language of a ruleset: the shipped words with those of its blocks 用语."""
    return read_own_words((entry, each) for entry, each in blocks if header_of(entry, BLOCKS)[0] == WORDS)


def put_together(texts: Iterable[tuple[Iterable[Block], Problems]], language: Language) -> RulesetContent:
    """Make one ruleset of the blocks of its texts, each with the problems found in them; more may be added."""
    reading = _Reading(language)
    for blocks, problems in texts:
        for block in blocks:
            reading.add(block, problems)
        reading.diagnostics.extend(problems.found)
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

    def add(self, block: Block, problems: Problems) -> None:
        """Take in a block; of two with the same name the first counts."""
        self.trials.extend(block.trials)
        self.tried.extend(block.tried)
        self.references.extend(block.references)
        match block.read:
            case SchemeDraft() as draft:
                former = self.drafts.setdefault(draft.name, draft)
                if former is not draft:
                    _twice(draft.place, former.place, SCHEME, draft.name, problems)
            case MethodDraft() as draft:
                self.methods.add(draft, problems)
            case GoalTable() as table:
                first = self.tables.setdefault((comparable(table.name), table.year), table)
                if first is not table and isinstance(first.place, TextPlace):
                    _twice(block.entry.place, first.place, "目标表", table.name, problems)
            case ReviewBlock() as review:
                self.review.append(review)

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


def _twice(place: TextPlace, former: TextPlace, what: str, name: str, problems: Problems) -> None:
    where = (Label(place, "又写了一次"), Label(former, "已经写过"))
    problems.add(Code.BLOCK_TWICE, *where, what=what, name=name)

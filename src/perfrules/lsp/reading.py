"""The documents of a ruleset read together: what they hold, and what is wrong in them. Unchanged blocks stay read."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.lsp.document import MOST_MESSAGES, Document, entries_under
from perfrules.rules import RulesetContent
from perfrules.rules.blocks import Block, read_block
from perfrules.rules.content import put_together, read_words
from perfrules.rules.text.lines import Line
from perfrules.rules.text.outline import Entry, Problems
from perfrules.ruleset import Ruleset
from perfrules.source import Place, Source, TextPlace
from perfrules.syntax import Language
from perfrules.tables import GoalTable, Indicator

Lines = tuple[Line, ...]
"""The lines of a block; as each is one object for as long as it is not touched, they say whether the block was."""


@attrs.frozen(eq=False)
class BlockReading:
    """A block, and what is wrong in it by itself."""

    block: Block
    diagnostics: tuple[Diagnostic, ...]


@attrs.frozen(eq=False)
class Reading:
    """What some documents hold as one ruleset."""

    documents: tuple[Document, ...] = ()
    content: RulesetContent = attrs.field(factory=RulesetContent)
    blocks: Mapping[tuple[int, ...], tuple[Lines, BlockReading]] = attrs.field(factory=dict)

    @cached_property
    def ruleset(self) -> Ruleset:
        """The ruleset, as other parts take it."""
        content, review = self.content, self.content.review
        return Ruleset(
            content.goal_tables, content.schemes, (), content.language, content.methods, review.rules, review.settings
        )

    @cached_property
    def indicators(self) -> Mapping[Source, tuple[GoalTable, Indicator]]:
        """The indicators by the line that each stands on."""
        return {
            each.place.source: (table, each)
            for table in self.content.goal_tables
            for each in table.indicators
            if isinstance(each.place, TextPlace)
        }

    def document_of(self, place: Place | None) -> Document | None:
        """Give the document that a place is in; None where it is in none of these."""
        source = place.source if isinstance(place, TextPlace) else None
        found = (each for each in self.documents if source is not None and each.line_number(source) is not None)
        return next(found, None)


def read_documents(documents: Iterable[Document], former: Reading | None = None) -> Reading:
    """Read documents as one ruleset; blocks that `former` has already, with the same lines, are taken from it."""
    documents = tuple(documents)
    former = former or Reading()
    words_problems = [Problems(most=MOST_MESSAGES) for _ in documents]
    entries = [(each.blocks, problems) for each, problems in zip(documents, words_problems, strict=True)]
    language = read_words((entry, problems) for blocks, problems in entries for entry in blocks)
    known = former.blocks if language is former.content.language else {}
    read: dict[tuple[int, ...], tuple[Lines, BlockReading]] = {}
    texts = []
    for document, problems in zip(documents, words_problems, strict=True):
        found = [_read(entry, language, known, read) for entry in document.blocks]
        about = [*document.outline[1], *problems.found, *(each for one in found for each in one.diagnostics)]
        texts.append(([one.block for one in found], Problems(about, most=len(about) + MOST_MESSAGES)))
    return Reading(documents, put_together(texts, language), read)


def _read(
    entry: Entry,
    language: Language,
    known: Mapping[tuple[int, ...], tuple[Lines, BlockReading]],
    read: dict[tuple[int, ...], tuple[Lines, BlockReading]],
) -> BlockReading:
    """Take a block from those known, or read it. Its lines are kept beside its key, so that no others get their ids."""
    lines = tuple(each.line for each in entries_under(entry))
    key = tuple(map(id, lines))
    former = known.get(key)
    if former is None:
        problems = Problems(most=MOST_MESSAGES)
        former = lines, BlockReading(read_block(entry, language, problems), tuple(problems.found))
    read[key] = former
    return former[1]

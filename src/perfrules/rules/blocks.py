"""The blocks of a ruleset text, each read as far as its own lines go, before all of them are put together."""

import attrs

from perfrules.diagnostics import Code
from perfrules.rules.methods.methods import KEYWORD as METHOD
from perfrules.rules.methods.methods import MethodDraft, read_method
from perfrules.rules.reviewing.blocks import KEYWORDS as REVIEWING
from perfrules.rules.reviewing.blocks import ReviewBlock
from perfrules.rules.reviewing.settings import KEYWORD as SETTINGS
from perfrules.rules.schemes.draft import SchemeDraft
from perfrules.rules.schemes.scheme import KEYWORD as SCHEME
from perfrules.rules.schemes.scheme import read_scheme
from perfrules.rules.tables.goal_tables import FIELDS, read_goal_table
from perfrules.rules.text.fields import field_named, value_of
from perfrules.rules.text.headers import header_of
from perfrules.rules.text.hints import hint
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.rules.trials.trials import KEYWORD as TRIAL
from perfrules.rules.trials.trials import read_trial, read_trials
from perfrules.rules.words.own_words import KEYWORD as WORDS
from perfrules.syntax import Language
from perfrules.tables import GoalTable, Level
from perfrules.trials import Trial

TABLES = {"目标表": Level.PROJECT, "部门目标表": Level.DEPARTMENT}
BLOCKS = (*TABLES, SCHEME, TRIAL, METHOD, WORDS, *REVIEWING)


@attrs.frozen
class Block:
    """What one block says by itself. `read` is None where nothing could be read, and for words, which come first.

    `trials` are those in it. `references` name the schemes that it asks for, of which families may be named too;
    `tried` names the scheme that a trial of its own is about.
    """

    entry: Entry
    read: GoalTable | SchemeDraft | MethodDraft | ReviewBlock | None = None
    trials: tuple[Trial, ...] = ()
    references: tuple[Piece, ...] = ()
    tried: tuple[Piece, ...] = ()


def read_block(entry: Entry, language: Language, problems: Problems) -> Block:
    """Read one block; what is wrong in it is said in `problems`."""
    keyword, name = header_of(entry, BLOCKS)
    if keyword not in BLOCKS:
        known = "、".join(BLOCKS)
        problems.add(Code.BLOCK_UNKNOWN, entry.line.whole, text=keyword, hint=str(hint(keyword, BLOCKS)), known=known)
        return Block(entry)
    if keyword == TRIAL:
        read = read_trial(entry, language, problems)
        return Block(entry) if read is None else Block(entry, trials=(read[0],), tried=(read[1],))
    if not name.text and keyword != SETTINGS:
        problems.add(Code.NAME_MISSING, entry.line.whole, what=keyword)
        return Block(entry)
    if keyword == WORDS:
        return Block(entry)
    if keyword in REVIEWING:
        return Block(entry, ReviewBlock(keyword, entry, name))
    if keyword == SCHEME:
        draft = read_scheme(entry, name.text, problems)
        return Block(entry, draft, tuple(read_trials(entry.children, name.text, language, problems)))
    if keyword == METHOD:
        return Block(entry, read_method(entry, name.text, problems))
    table = read_goal_table(entry, TABLES[keyword], name, language, problems)
    return Block(entry, table, references=_references(entry))


def _references(entry: Entry) -> tuple[Piece, ...]:
    found = (value_of(child) for child in entry.children if field_named(child.label, FIELDS) == SCHEME)
    return tuple(each for each in found if each.text)

"""The tables of a scheme: bands of actual values (分档), tiers of judgement (评判等级), grades (等次)."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from perfrules.actuals import Tier
from perfrules.diagnostics import Code
from perfrules.names import comparable
from perfrules.rules.schemes.draft import SchemeDraft
from perfrules.rules.schemes.values import columns_of, read_band, read_interval, read_points, stated, wrong
from perfrules.rules.text.fields import distinct
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.scoring import Band, BandTable, Grade, TierShare, TierTable
from perfrules.targets import Interval

NO_GRADES = "不评等次"
BANDS, TIERS = "分档", "评判等级"

_WHOLE = Interval(Fraction(0), Fraction(1))


def is_table(entry: Entry) -> bool:
    """Whether a line begins a table of bands or tiers."""
    return _keyword(entry) in (BANDS, TIERS)


def read_table(draft: SchemeDraft, entry: Entry, problems: Problems) -> None:
    """Read a table into a draft."""
    name = comparable(entry.label.removeprefix(_keyword(entry)))
    basis = columns_of(entry, problems)["依据"]
    lines = distinct(entry.children, problems)
    if not name:
        problems.add(Code.NAME_MISSING, entry.line.whole, what=_keyword(entry))
    elif _keyword(entry) == TIERS:
        draft.tiers.append(TierTable(name, tuple(_tiers(lines, problems)), basis))
    else:
        full = _points(_full_mark(entry), None, problems)
        if full is not None:
            draft.bands.append(BandTable(name, full, tuple(_bands(lines, full, problems)), basis))


def read_grades(whole: Entry, problems: Problems) -> Iterator[Grade]:
    """Read the lines under 等次, or that there are none: `等次：不评等次`."""
    if not whole.children and comparable(stated(whole).text) != NO_GRADES:
        wrong(stated(whole), "等次", f"“优：[90, 100]”，写在下一行，或写“{NO_GRADES}”", problems)
    for entry in distinct(whole.children, problems):
        scores = read_interval(stated(entry), f"等次“{entry.label}”的分数", "[90, 100]", problems)
        if scores is not None:
            yield Grade(entry.label, scores)


def _keyword(entry: Entry) -> str:
    return entry.label.partition(" ")[0]


def _full_mark(entry: Entry) -> Piece:
    return next((column.text for column in entry.line.columns if column.key.text == "满分"), entry.line.whole)


def _points(text: Piece, full: Fraction | None, problems: Problems) -> Fraction | None:
    """Read points up to `full`; where that is None, the full mark itself, which cannot be nothing."""
    read = read_points(text, problems)
    if read is None:
        return None
    if (full is None and not read[0]) or (full is not None and read[0] > full):
        wrong(text, "满分" if full is None else "这一档的分，它超过了满分", "10分", problems)
        return None
    return read[0]


def _bands(entries: Iterable[Entry], full: Fraction, problems: Problems) -> Iterator[Band]:
    for entry in entries:
        target, points = read_band(entry.line.label, problems), _points(stated(entry), full, problems)
        if target is not None and points is not None:
            yield Band(target, points)


def _tiers(entries: Iterable[Entry], problems: Problems) -> Iterator[TierShare]:
    for entry in entries:
        tier = next((tier for tier in Tier if entry.label and tier.value.startswith(comparable(entry.label))), None)
        share = read_interval(stated(entry), "这一等次的得分比例", "[80, 100]%", problems, within=_WHOLE)
        if tier is None:
            wrong(entry.line.label, "评判的等次", "、".join(tier.value for tier in Tier), problems)
        elif share is not None:
            yield TierShare(tier, share)

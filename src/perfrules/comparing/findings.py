"""What changed about the findings of a review."""

from collections.abc import Iterator

from perfrules.comparing.change import Change, Kind
from perfrules.comparing.pairing import pair
from perfrules.comparing.reasons import common_reasons
from perfrules.comparing.side import Basis, SideFinding, SideTable
from perfrules.names import comparable


def finding_changes(old: SideTable, new: SideTable, before: Basis, after: Basis) -> Iterator[Change]:
    """Give what is found no longer, what is found now, and what is said in other words, by rule and object.

    Where the tables are the same files, a finding has changed since rules or program have.
    """
    why = common_reasons(old, new, before, after).last if before.ruleset == after.ruleset else ()

    def change(kind: Kind, found: SideFinding, former: SideFinding | None, now: SideFinding | None) -> Change:
        old_text, new_text = (each.text if each else "" for each in (former, now))
        places = (each.place if each else "" for each in (former, now))
        subject = "" if found.subject == new.name else found.subject
        return Change(kind, new.name, subject, old_text, new_text, why, *places)

    for each in pair(old.findings, new.findings, (_key,), lambda finding: finding.text, alike=False):
        if each.old is not None and each.new is not None:
            if each.old.text != each.new.text:
                yield change(Kind.REVISED, each.new, each.old, each.new)
        elif each.old is not None:
            yield change(Kind.RESOLVED, each.old, each.old, None)
        elif each.new is not None:
            yield change(Kind.FOUND, each.new, None, each.new)


def _key(finding: SideFinding) -> tuple[str, str]:
    return finding.rule, comparable(finding.subject)

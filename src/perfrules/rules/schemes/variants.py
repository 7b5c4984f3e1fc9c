"""Variants of practice: what shipped schemes under `practice/` change, put over any other scheme."""

from perfrules.rules.schemes.draft import SchemeDraft
from perfrules.rules.schemes.linking import put_over
from perfrules.rules.schemes.shipped import shipped_draft, shipped_schemes
from perfrules.scoring import Scheme

FOLDER = "practice/"


def variants_of(base: Scheme) -> tuple[Scheme, ...]:
    """Give a scheme as it would be with each of the variants that are shipped, by the name and title of the variant.

    A variant states only what it changes, so that over another scheme it changes the same and leaves the rest.

    >>> from perfrules.rules.schemes.shipped import shipped_scheme
    >>> base = shipped_scheme("central/mof-2021-101")
    >>> all(each.name.startswith(FOLDER) and each.rules for each in variants_of(base))
    True
    """
    drafts = (shipped_draft(name) for name in shipped_schemes() if name.startswith(FOLDER) and name != base.name)
    return tuple(_over(base, draft) for draft in drafts if draft is not None)


def _over(base: Scheme, draft: SchemeDraft) -> Scheme:
    """Put a variant over a scheme, after the variants that it inherits from itself."""
    parent = None if draft.parent is None else shipped_draft(draft.parent.text)
    below = base if parent is None or not parent.name.startswith(FOLDER) else _over(base, parent)
    return put_over(below, draft)

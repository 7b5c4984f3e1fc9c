"""The monitoring methods of a ruleset, gathered from its files and then linked: one may inherit from a later one."""

from collections.abc import Iterator

import attrs

from perfrules.diagnostics import Code, Label
from perfrules.monitoring import LightCase, Method
from perfrules.rules.methods.linking import link_method
from perfrules.rules.methods.methods import KEYWORD, MethodDraft
from perfrules.rules.methods.shipped import shipped_method_draft, shipped_methods
from perfrules.rules.text.outline import Problems


@attrs.define
class MethodReading:
    """The methods read so far, by name."""

    drafts: dict[str, MethodDraft] = attrs.field(factory=dict)

    def add(self, draft: MethodDraft, problems: Problems) -> None:
        """Take in the method of one block; the first of a name counts."""
        former = self.drafts.setdefault(draft.name, draft)
        if former is not draft:
            where = (Label(draft.place, "又写了一次"), Label(former.place, "已经写过"))
            problems.add(Code.BLOCK_TWICE, *where, what=KEYWORD, name=draft.name)

    def linked(self, problems: Problems) -> Iterator[Method]:
        """Give the methods that can be put together with what they inherit."""
        known = [*self.drafts, *shipped_methods()]
        for draft in self.drafts.values():
            method = link_method(draft, self._draft, known, problems)
            if method is not None:
                yield method

    @property
    def trials(self) -> tuple[LightCase, ...]:
        """The trials of all methods."""
        return tuple(case for draft in self.drafts.values() for case in draft.trials)

    def _draft(self, name: str) -> MethodDraft | None:
        return self.drafts.get(name) or shipped_method_draft(name)

"""The one type of every message."""

from collections.abc import Iterable, Mapping

import attrs

from perfrules.diagnostics.catalogue import Code, Severity
from perfrules.source import Place


@attrs.frozen
class Label:
    """A place that the message points at, and what is there."""

    place: Place
    note: str = ""

    def __str__(self) -> str:
        parts = (str(self.place), self.place.excerpt(), self.note)
        return "  ".join(part for part in parts if part)


@attrs.frozen
class Suggestion:
    """A replacement that is safe to make: put `text` in `place`."""

    place: Place
    text: str


_LONGEST_ARGUMENT = 200


def _as_arguments(arguments: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Keep arguments as text, cut short where a whole page stands in a cell."""
    texts = ((name, str(value)) for name, value in arguments.items())
    return tuple(
        (name, text if len(text) <= _LONGEST_ARGUMENT else f"{text[:_LONGEST_ARGUMENT]}…") for name, text in texts
    )


@attrs.frozen
class Diagnostic:
    """A message: code, the arguments of its wording, the places it points at, a safe replacement where there is one.

    Build one with :meth:`of`. It is hashable and pickles, since its arguments are kept as text.

    >>> print(Diagnostic.of(Code.NUMBER_MISSING, text="≥%"))
    警告 PF101：“≥%”里没有数字，没有设定目标。请补上数字。
    """

    code: Code
    arguments: tuple[tuple[str, str], ...] = ()
    labels: tuple[Label, ...] = ()
    suggestion: Suggestion | None = None

    @classmethod
    def of(cls, code: Code, *labels: Label, **arguments: object) -> "Diagnostic":
        """Make a diagnostic from the arguments that the wording of `code` names."""
        return cls(code, _as_arguments(arguments), labels)

    @property
    def severity(self) -> Severity:
        """How bad it is, by its code."""
        return self.code.severity

    @property
    def message(self) -> str:
        """The wording for people, in Chinese, ending with one thing to do."""
        return self.code.template.format_map(dict(self.arguments))

    def __str__(self) -> str:
        lines = [f"{self.severity.label} {self.code.id}：{self.message}", *(f"  {label}" for label in self.labels)]
        return "\n".join(lines)

    def _repr_html_(self) -> str | None:
        from perfrules.diagnostics.as_page import as_page  # noqa: PLC0415
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw

        return draw_inline(as_page(self))

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form: code, severity, message, labels, and a suggestion where there is one."""
        result: dict[str, object] = {
            "code": self.code.id,
            "severity": self.severity.value,
            "message": self.message,
            "labels": [
                {"place": str(label.place), "excerpt": label.place.excerpt(), "note": label.note}
                for label in self.labels
            ],
        }
        if self.suggestion is not None:
            result["suggestion"] = {"place": str(self.suggestion.place), "text": self.suggestion.text}
        return result


class PerfRulesError(Exception):
    """Raised where a caller asked for an exception, or where a call can give no value at all.

    `diagnostics` holds what is wrong, as everywhere else.
    """

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return "\n".join(str(diagnostic) for diagnostic in self.diagnostics)


class UnknownNameError(PerfRulesError, LookupError):
    """Raised where there is nothing of a name: no such scheme, monitoring method, or thing to be explained."""


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """Give the worst severity among diagnostics, None where there are none.

    >>> worst([Diagnostic.of(Code.NUMBER_MISSING, text="≥%")])
    <Severity.WARNING: 'warning'>
    """
    return max((diagnostic.severity for diagnostic in diagnostics), key=lambda severity: severity.rank, default=None)

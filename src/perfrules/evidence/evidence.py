"""The evidence of a result. It holds no clock and no path, so that the same inputs give the same evidence anywhere."""

from collections.abc import Iterator
from datetime import date

import attrs

from perfrules.evidence.files import FileRecord, combined
from perfrules.evidence.program import program_version, shipped_texts

_RULES, _INPUTS = "规则文件", "填报文件"

MARK = "依据的文件"
"""The name of the column that holds :attr:`Evidence.mark` in lists."""

_SHOWN = 16
"""Characters of a hash that people are shown; all of it is in the JSON form."""


@attrs.frozen
class Authority:
    """What decided: a scheme or a monitoring method, with its document, its validity and its numbers."""

    name: str
    title: str = ""
    document: str = ""
    in_force: date | None = None
    until: date | None = None
    parameters: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form; `until` is the first day on which it is no longer in force."""
        return {
            "name": self.name,
            "title": self.title,
            "document": self.document,
            "in_force": None if self.in_force is None else self.in_force.isoformat(),
            "until": None if self.until is None else self.until.isoformat(),
            "parameters": dict(self.parameters),
        }

    def __str__(self) -> str:
        details = [self.document, "" if self.in_force is None else f"{self.in_force}起施行"]
        details.append("" if self.until is None else f"{self.until}起不再执行")
        known = "，".join(filter(None, details))
        return f"{self.name}{f'（{known}）' if known else ''}"


@attrs.frozen
class Evidence:
    """What a result rests on.

    `ruleset` are the files with tables, schemes and rules, `inputs` those with what was reported, or with what was
    compared with. `years` are those of the tables; `as_of` is the day of a monitoring. Values that Python code gave
    come from no file, so that nothing is recorded of them. `version` and `texts`, the hash of the shipped texts, are
    those of the program that made the result.
    """

    ruleset: tuple[FileRecord, ...] = ()
    inputs: tuple[FileRecord, ...] = ()
    authorities: tuple[Authority, ...] = ()
    years: tuple[int, ...] = ()
    as_of: date | None = None
    version: str = attrs.field(factory=program_version)
    texts: str = attrs.field(factory=shipped_texts)

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "program": {"name": "perfrules", "version": self.version, "texts_sha256": self.texts},
            "ruleset": _files(self.ruleset),
            "inputs": _files(self.inputs),
            "authorities": [each.to_dict() for each in self.authorities],
            "years": list(self.years),
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
        }

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Say it in three columns: what it is, its value, and the whole of its SHA-256 where it has one."""
        if self.years:
            yield "年度", "、".join(map(str, self.years)), ""
        if self.as_of is not None:
            yield "截至", self.as_of.isoformat(), ""
        yield from (("办法", str(each), "") for each in self.authorities)
        for what, files in ((_RULES, self.ruleset), (_INPUTS, self.inputs)):
            if files:
                yield what, f"{len(files)}个，合计", combined(files)
                yield from (("", file.name, file.sha256) for file in files)
        yield "程序", f"perfrules {self.version or '（未安装）'}，随附文本", self.texts

    def lines(self, *, each_file: bool = True) -> Iterator[str]:
        r"""Say it to people, a fact a line; without `each_file` the files only together.

        >>> file = FileRecord.of("目标表.rules", b"")
        >>> print(*Evidence((file,), years=(2023,), version="0.1.0", texts="ab" * 32).lines(), sep="\n")
        年度：2023
        规则文件：1个，合计　SHA-256 38acb15d02d5ac0f…
        目标表.rules　SHA-256 e3b0c44298fc1c14…
        程序：perfrules 0.1.0，随附文本　SHA-256 abababababababab…
        """
        for what, value, sha256 in self.rows():
            if what or each_file:
                yield "".join((f"{what}：" if what else "", value, f"　SHA-256 {sha256[:_SHOWN]}…" if sha256 else ""))

    @property
    def mark(self) -> str:
        """What marks a row of a list as coming from this: the files together, and the program.

        >>> file = FileRecord.of("目标表.rules", b"")
        >>> Evidence((file,), version="0.1.0", texts="ab" * 32).mark
        '规则文件 38acb15d02d5ac0f；perfrules 0.1.0 abababababababab'
        """
        both = ((_RULES, self.ruleset), (_INPUTS, self.inputs))
        parts = [f"{what} {combined(files)[:_SHOWN]}" for what, files in both if files]
        return "；".join([*parts, f"perfrules {self.version or '（未安装）'} {self.texts[:_SHOWN]}"])


def _files(files: tuple[FileRecord, ...]) -> dict[str, object]:
    return {"sha256": combined(files) if files else None, "files": [file.to_dict() for file in files]}

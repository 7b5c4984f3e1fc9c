"""The public interface, written down: names, and what can be passed to them."""

import inspect
from collections.abc import Iterator
from enum import Enum
from types import ModuleType

import perfrules
import perfrules.frame

MODULES: tuple[ModuleType, ...] = (perfrules, perfrules.frame)


def public_interface() -> str:
    """Give a line for every public name, and for every public member of its classes.

    Types are left out, since Python versions write them differently; the type checkers look at them.
    """
    return "".join(f"{line}\n" for module in MODULES for line in _lines(module))


def _lines(module: ModuleType) -> Iterator[str]:
    yield f"# {module.__name__}"
    for name in sorted(module.__all__):
        value = getattr(module, name)
        if not inspect.isclass(value):
            yield f"{name}{_signature(value)}" if callable(value) else name
        elif issubclass(value, Enum):
            members = "".join(f" {each.name}" for each in value) if len(value) < 20 else ""
            yield f"{name}:{members}" if members else name
        else:
            yield f"{name}{_signature(value)}"
            yield from (f"{name}.{member}" for member in _members(value))


def _members(value: type) -> Iterator[str]:
    fields = {field.name for field in getattr(value, "__attrs_attrs__", ())}
    for name, member in sorted(inspect.getmembers_static(value)):
        if name.startswith("_") or name in fields or name in {"add_note", "args", "with_traceback"}:
            continue
        inner = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        yield f"{name}{_signature(inner)}" if inspect.isfunction(inner) else name


def _signature(value: object) -> str:
    shown = []
    star = False
    for parameter in inspect.signature(value).parameters.values():  # type: ignore[arg-type]
        if parameter.name in {"self", "cls"}:
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not star:
            shown.append("*")
            star = True
        star = star or parameter.kind is parameter.VAR_POSITIONAL
        stars = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}.get(parameter.kind.name, "")
        default = "" if parameter.default is parameter.empty else "=…"
        shown.append(f"{stars}{parameter.name}{default}")
    return f"({', '.join(shown)})"

"""Whether anything at all meets a target, and whether everything does."""

from perfrules.targets import AllOf, Amounts, Changes, Days, Region, Target


def is_unsatisfiable(target: Target) -> bool:
    """Whether nothing can meet it."""
    return _is_empty(target.region)


def is_trivial(target: Target) -> bool:
    """Whether every number that can occur meets it: `≥0`."""
    match target.region:
        case Amounts(interval):
            return (
                interval.high is None
                and (interval.low is None or interval.low <= 0)
                and (interval.low_closed or interval.low != 0)
            )
        case _:
            return False


def _is_empty(region: Region) -> bool:
    match region:
        case Amounts(interval) | Changes(interval):
            return interval.is_empty
        case Days(first, last):
            return first is not None and last is not None and first > last
        case AllOf(parts):
            amounts = [part for part in parts if isinstance(part, Amounts)]
            return any(map(_is_empty, parts)) or any(
                one.unit.dimension == other.unit.dimension
                and one.subject == other.subject
                and one.interval.misses(other.interval)
                for place, one in enumerate(amounts)
                for other in amounts[:place]
            )
        case _:
            return False

"""When two names are the same name, although they were typed by different people."""

from perfrules.syntax.folding import fold


def comparable(name: str) -> str:
    r"""Give a name as it is compared: without white space, every character in its standard shape.

    >>> comparable("服务对象\n满意度（％） ") == comparable("服务对象满意度(%)")
    True
    """
    return "".join(fold(name).split())

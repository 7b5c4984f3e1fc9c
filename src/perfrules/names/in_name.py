"""Names of indicators that have their target in brackets: 机柜数量（≥77台）."""

import re

from perfrules.syntax import Blank, Language, Qualitative, read_target

_BRACKETED = re.compile(r"(?P<name>.+?)\s*[(（\[【](?P<text>[^()（）\[\]【】]+)[)）\]】]")
_QUANTITY = re.compile(r"[≥≤≧≦><＞＜=＝%％\d]")


def split_name(text: str, language: Language) -> tuple[str, str]:
    """Take the target in the brackets at the end of a name; empty where what stands there is none.

    >>> from perfrules.syntax import STANDARD
    >>> split_name("机柜数量（≥77台）", STANDARD), split_name("完成率（%）", STANDARD)
    (('机柜数量', '≥77台'), ('完成率（%）', ''))
    """
    found = _BRACKETED.fullmatch(text)
    if found is None or not _QUANTITY.search(found["text"]):
        return text, ""
    if isinstance(read_target(found["text"], language), Blank | Qualitative):
        return text, ""
    return found["name"], found["text"]

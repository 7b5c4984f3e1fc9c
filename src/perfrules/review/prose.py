"""What can be told of a text without understanding it: years, doubled words, documents, words in common."""

import re
from functools import lru_cache

from perfrules.names import comparable
from perfrules.syntax.folding import fold

_YEAR = re.compile(
    r"(?:^|[,，。;；:：、\s])((?:19|20)\d\d)年(?!以来|以前|之前|为基|基数|结转|至|到|[-~—]|底|末)", re.MULTILINE
)
"""A year that begins a clause says when the clause is about; inside one it may tell of anything."""
_DOUBLED = re.compile(r"((?!一)[\u4e00-\u9fff]{2,4})\1")
_ENDINGS = re.compile(r"(?:的?(?:数量|总数|人数|家数|个数|户数|次数|场次|人次|面积|长度))$")
_STARTS = re.compile(r"^(?:(?:19|20)\d\d年度?|全年|年内|本年度?|预计|计划|力争|完成|实现|开展|其中)+")
_LAST_WORD = re.compile(r"([一-鿿]{1,6})(?=[,，。;；、)）\s]|$)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MARKS = re.compile(r"[。，、；：！？][。，、；：！？]|(?<=[\u4e00-\u9fff])[,.;](?=[\u4e00-\u9fff])")
_MOST_MARKS = 5
_LONGEST = 2000
"""Characters of a text that are compared with another; no name or description has more."""
_DOCUMENT = re.compile(r"《[^《》]{2,60}》|[\u4e00-\u9fff]{2,10}[〔\[(【](?:19|20)\d\d[〕\])】]\s?\d{1,5}号")
_EMPTY_WORDS = ("项目", "资金", "经费", "专项", "补助", "工作", "情况", "指标", "年度", "数量", "标准")
_THINGS = (
    "园区|平台|基地|孵化器|实验室|校舍|学校|医院|卫生室|公路|道路|桥梁|管网|水库|灌区|渠道|泵站|厂房|广场|公园|场馆|"
    "图书馆|敬老院|幼儿园|宿舍|厕所|停车场|垃圾站|污水处理厂"
)
_WORK = "建设|新建|扩建|改造|修建|维修|修缮"
_WORKS = re.compile(
    rf"(?:加强|加快|推进|推动|促进|支持|完成|继续|实施|开展)?"
    rf"(?P<said>[\u4e00-\u9fff]{{0,6}}?(?P<before>{_THINGS})的?(?:{_WORK})|(?:{_WORK})[\u4e00-\u9fff]{{0,6}}?(?P<after>{_THINGS}))"
)
_DAY = re.compile(r"(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末)?(?:前|底|完成)")


def former_year(text: str, year: int | None) -> str:
    """Give the first year before the budget year that a clause begins with; a later one is a plan.

    >>> former_year("2022年度拨付高企数量", 2023), former_year("消除2022年的隐患", 2023), former_year("2024年", 2023)
    ('2022年', '', '')
    """
    if year is None:
        return ""
    folded = fold(text)
    for found in _YEAR.finditer(folded):
        if int(found[1]) < year:
            return f"{found[1]}年"
    return ""


def doubled_word(text: str) -> str:
    """Give the first word that is written twice in a row.

    >>> doubled_word("提高资金使用效益的意见意见"), doubled_word("一步一步推进")
    ('意见意见', '')
    """
    found = _DOUBLED.search(text)
    return found.group() if found and len(set(found[1])) > 1 else ""


def wrong_marks(text: str) -> str:
    """Give the punctuation marks that cannot be meant, with the characters around them.

    >>> wrong_marks("提升竞争力.完善体系。240家。；区内"), wrong_marks("共1,280家。")
    ('提升竞争力.完善体系”“。240家。；区内', '')
    """
    found = list(_MARKS.finditer(text))[:_MOST_MARKS]
    return "”“".join(text[max(0, each.start() - 5) : each.end() + 4].strip() for each in found)


def document_in(text: str) -> str:
    """Give the first document that a text names.

    >>> document_in("按照《培育发展暂行办法》，预计128家"), document_in("文件要求")
    ('《培育发展暂行办法》', '')
    """
    found = _DOCUMENT.search(text)
    return found.group() if found else ""


def thing_counted(name: str) -> str:
    """Give what a name counts, without what every such name has around it.

    >>> thing_counted("培训教师人数"), thing_counted("2023年完成培训教师")
    ('培训教师', '培训教师')
    """
    return _ENDINGS.sub("", _STARTS.sub("", comparable(name[:_LONGEST])))


def word_after(text: str, start: int) -> str:
    """Give the word at a place of a text that its clause ends with; empty where more follows.

    >>> word_after("帮扶12个村，带动增收", 5), word_after("帮扶12个", 5)
    ('村', '')
    """
    found = _LAST_WORD.match(text, start)
    return found[1] if found else ""


def date_in(text: str) -> str:
    """Give the first date that a name holds.

    >>> date_in("2020年12月完成"), date_in("项目完成时间")
    ('2020年12月完成', '')
    """
    found = _DAY.search(fold(text))
    return found.group() if found else ""


@lru_cache(maxsize=16384)
def pairs(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring 汉字 in a text.

    >>> sorted(pairs("房屋租赁费"))
    ['屋租', '房屋', '租赁', '赁费']
    """
    plain = comparable(text[:_LONGEST])
    return frozenset(
        plain[i : i + 2] for i in range(len(plain) - 1) if _HAN.match(plain, i) and _HAN.match(plain, i + 1)
    )


def own_characters(text: str) -> frozenset[str]:
    """Give the 汉字 of a name that are its own: those without the words that every table has.

    >>> sorted(own_characters("人才专项资金"))
    ['人', '才']
    """
    for word in _EMPTY_WORDS:
        text = text.replace(word, "")
    return frozenset(_HAN.findall(text[:_LONGEST]))


@lru_cache(maxsize=16384)
def own_pairs(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring 汉字 of a name that are its own: without the words that every table has.

    >>> sorted(own_pairs("创投基金项目"))
    ['创投', '基金', '投基']
    """
    for word in _EMPTY_WORDS:
        text = text.replace(word, "，")
    return pairs(text)


def works_in(text: str) -> tuple[tuple[str, str], ...]:
    """Give what a text says will be built or repaired, each as it is said and the thing alone.

    Only things that stand somewhere: 制度建设 and 队伍建设 are built of words.

    >>> works_in("加强科技园区建设，改造老旧管网，推进制度建设。")
    (('科技园区建设', '园区'), ('改造老旧管网', '管网'))
    """
    return tuple((found["said"], found["before"] or found["after"]) for found in _WORKS.finditer(comparable(text)))


def share_words(one: str, other: str) -> bool | None:
    """Whether two texts have a pair of 汉字 in common; None where one of them has none at all.

    >>> share_words("高企科研基础能力", "服务机构服务水平是否有所提高"), share_words("企业销售收入", "销售收入是否增长")
    (False, True)
    """
    left, right = pairs(one), pairs(other)
    return not left.isdisjoint(right) if left and right else None

"""What a column of a chapter means. A new column is one new entry here, and a line in `tests/spec/README.md`."""

from collections.abc import Callable
from difflib import get_close_matches

import attrs

from perfrules.progress.wording import due_text
from perfrules.targets.finding import Found
from perfrules.units import exact_text
from specification.case import Case
from specification.comparing import changes, kinds, reasons
from specification.filing import filed
from specification.markdown import ChapterError
from specification.wording import read_as, same_share, share_text

NOTHING = "—"


@attrs.frozen
class Given:
    """A column that a row gives to perfrules."""

    name: str


@attrs.frozen
class Note:
    """A column for people, which no test reads."""

    name: str


def _same_text(expected: str, shown: str) -> bool:
    return expected.split() == shown.split()


@attrs.frozen
class Expected:
    """A column that a row expects: how its result is written, what it `needs`, and when two writings are the same."""

    name: str
    show: Callable[[Case], str]
    needs: tuple[str, ...] = ("指标值",)
    same: Callable[[str, str], bool] = _same_text


Column = Given | Note | Expected

_JUDGED = ("指标值", "实际值")


def _codes(case: Case) -> str:
    return " ".join(dict.fromkeys(diagnostic.code.id for diagnostic in case.diagnostics)) or NOTHING


def _same_codes(expected: str, shown: str) -> bool:
    return sorted(expected.split()) == sorted(shown.split())


def _points(case: Case) -> str:
    score = case.score
    if not score.weight:
        return "不适用"
    low, high = exact_text(score.low), exact_text(score.high)
    return low if score.points is not None else f"{low} 至 {high}"


def _places(case: Case) -> str:
    places = (str(label.place) for diagnostic in case.diagnostics for label in diagnostic.labels)
    return " ".join(place.removeprefix("规则文件 ").removeprefix("标准输入 ") for place in places) or NOTHING


def _standings(case: Case) -> str:
    """How each printed score stands, with the schemes that explain it."""
    scores = (score for table in case.audit.tables for score in table.scores)
    return "；".join(
        "：".join(filter(None, (each.standing.value, "、".join(scheme.name for scheme in each.explanations))))
        for each in scores
    )


def _polarity(case: Case) -> str:
    polarity = case.target.polarity
    return {"higher": "正向", "lower": "反向", "exact": "适度"}[polarity.value] if polarity else NOTHING


def _facts(found: tuple[Found, ...]) -> str:
    """Each with its phrase, its text in the marks of messages, and its set."""
    return "；".join(f"{each.phrase}【{each.text}】{each.target}" for each in found) or NOTHING


def _light(case: Case) -> str:
    return (case.followed_money if "全年预算数" in case.given else case.followed).light.value


def _forecast(case: Case) -> str:
    """The range, and whether it meets the target; for money the range alone."""
    if "全年预算数" in case.given:
        money = case.followed_money.forecast
        return money.actual.text if money else NOTHING
    standing = case.followed.standing
    if standing.forecast is None or standing.forecast_verdict is None:
        return NOTHING
    return f"{standing.forecast.actual.text}，{standing.forecast_verdict.label}"


COLUMNS: dict[str, Column] = {
    column.name: column
    for column in (
        Given("指标值"),
        Given("指标名称"),
        Given("一级指标"),
        Given("二级指标"),
        Given("符号"),
        Given("单位"),
        Given("方向"),
        Given("依据"),
        Given("年度"),
        Given("参照"),
        Given("实际值"),
        Given("上年值"),
        Given("评分办法"),
        Given("分值"),
        Given("评判分"),
        Given("全年执行数"),
        Given("全年预算数"),
        Given("截至"),
        Given("监控办法"),
        Given("累计"),
        Given("全年预计"),
        Given("原因类别"),
        Given("原因说明"),
        Given("可能性"),
        Given("已执行数"),
        Given("支出计划"),
        Given("规则文件"),
        Given("用语"),
        Given("文字"),
        Given("规则集"),
        Given("项目"),
        Given("对象"),
        Given("填报得分"),
        Given("填报执行率"),
        Given("偏差原因"),
        Given("自评表"),
        Given("目标表"),
        Given("输出表格"),
        Given("行"),
        Given("列"),
        Given("实际值表"),
        Given("公式"),
        Given("已知"),
        Given("原指标值"),
        Given("现指标值"),
        Given("原年度"),
        Given("原规则文件"),
        Given("现规则文件"),
        Given("原实际值"),
        Given("现实际值"),
        Given("目标项目"),
        Given("目标指标"),
        Given("所报项目"),
        Given("所报类别"),
        Given("所报指标"),
        Given("现截至"),
        Given("原自评表"),
        Given("现自评表"),
        Given("比较"),
        Expected("读作", lambda case: read_as(case.target.to_dict())),
        Expected("规范写法", lambda case: case.target.canonical or NOTHING),
        Expected("说法", lambda case: case.target.sentence),
        Expected("集合", lambda case: str(case.target.region)),
        Expected("性质", _polarity),
        Expected("找到", lambda case: _facts(case.found), ("文字",)),
        Expected("所含", lambda case: _facts(case.target.found)),
        Expected("结论", lambda case: case.outcome.verdict.label, _JUDGED),
        Expected("完成率", lambda case: share_text(case.outcome.attainment), _JUDGED, same_share),
        Expected("偏差", lambda case: str(case.outcome.deviation or NOTHING), _JUDGED),
        Expected("得分", _points, ("评分办法",)),
        Expected("结果", lambda case: case.worked_out.text, ("公式",)),
        Expected("应达到", lambda case: due_text(case.followed.standing), ("监控办法",)),
        Expected("进度完成率", lambda case: share_text(case.followed.standing.pace), ("监控办法",), same_share),
        Expected("推算", _forecast, ("监控办法",)),
        Expected("灯号", _light, ("监控办法",)),
        Expected("要说明", lambda case: case.followed.explanation or NOTHING, ("监控办法",)),
        Expected("诊断", _codes, (), _same_codes),
        Expected("位置", _places, ()),
        Expected("排版后", lambda case: case.laid_out, ("规则文件",), str.__eq__),
        Expected("核对", _standings, ()),
        Expected("读入", lambda case: case.imported_text, ("目标表",)),
        Expected("对应", lambda case: case.paired.text, ()),
        Expected("Excel里", lambda case: filed(case.given, ".xlsx"), ("输出表格",)),
        Expected("Word里", lambda case: filed(case.given, ".docx"), ("输出表格",)),
        Expected("变化", lambda case: kinds(case.difference), ()),
        Expected("差别", lambda case: changes(case.difference), ()),
        Expected("变化原因", lambda case: reasons(case.difference), ()),
        Expected("发现", lambda case: " ".join(dict.fromkeys(case.findings)) or NOTHING, (), _same_codes),
        Note("说明"),
    )
}


def column(name: str) -> Column:
    """Find a column by its name.

    Raises:
        ChapterError: if there is none; the text names the nearest one.
    """
    if name in COLUMNS:
        return COLUMNS[name]
    near = get_close_matches(name, COLUMNS, n=1, cutoff=0.3)
    hint = f"是不是“{near[0]}”？" if near else f"可用的列：{'、'.join(COLUMNS)}。"
    raise ChapterError(f"没有名为“{name}”的列。{hint}")

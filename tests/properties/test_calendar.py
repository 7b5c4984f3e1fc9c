"""Deadlines and windows agree with the calendar, whichever way a date is written."""

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from perfrules.targets import Days, parse

days = st.dates(date(1990, 1, 1), date(2097, 12, 31))
cells_without_year = st.booleans()


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@given(
    days,
    st.sampled_from(
        ["{}年{}月{}日前", "{}年{:02}月{:02}日之前", "{}-{}-{}前", "{}.{:02}.{:02}以前", "截至{}年{}月{}日"]
    ),
)
def test_a_day_is_part_of_its_deadline(day: date, form: str) -> None:
    """`X年X月X日前` includes that day (§4.2)."""
    assert parse(form.format(day.year, day.month, day.day)).region == Days(None, day)


@given(days, st.sampled_from(["{}年{}月底前", "{}年{}月末", "{}年{}月底前完成", "截至{}年{}月底"]), cells_without_year)
def test_the_end_of_a_month_is_its_last_day(day: date, form: str, yearless: bool) -> None:
    """`X月底前` includes that day; a missing year comes from the budget year (§4.2)."""
    text = form.format(day.year, day.month)
    last = Days(None, _last_of_month(day.year, day.month))
    assert parse(text).region == last
    if yearless:
        assert parse(text.replace(f"{day.year}年", ""), year=day.year).region == last


@given(days)
def test_before_a_month_or_a_year_is_before_its_first_day(day: date) -> None:
    """`9月前` is before 1 September, `2023年前` before 1 January 2023 (§4.2)."""
    month, year = parse(f"{day.year}年{day.month}月前"), parse(f"{day.year}年前")
    assert month.region == Days(None, day.replace(day=1) - timedelta(1))
    assert year.region == Days(None, date(day.year - 1, 12, 31))


@given(days)
def test_the_end_of_a_quarter_half_or_year_is_that_of_its_last_month(day: date) -> None:
    """`第三季度末`, `年底前` (§4.1): the last day of the period."""
    quarter = (day.month + 2) // 3
    end = Days(None, _last_of_month(day.year, quarter * 3))
    for text in (f"第{'一二三四'[quarter - 1]}季度末", f"{quarter}季度末前", f"{day.year}年第{quarter}季度末"):
        assert parse(text, year=day.year).region == end
    half = "上半年" if day.month <= 6 else "下半年"
    assert parse(f"{half}末前", year=day.year).region == Days(
        None, _last_of_month(day.year, 6 if day.month <= 6 else 12)
    )
    for text in ("年底前", "年末", f"{day.year}年底", f"{day.year}年年底前", f"{day.year}年度末"):
        assert parse(text, year=day.year).region == Days(None, date(day.year, 12, 31))


@given(days)
def test_a_bare_date_is_a_window_or_the_end_of_one(day: date) -> None:
    """A bare day, month or year under 时效 is a deadline at its end, elsewhere a window (§4.2)."""
    year, month = f"{day.year}年", f"{day.year}年{day.month}月"
    for text, first, last in (
        (year, date(day.year, 1, 1), date(day.year, 12, 31)),
        (month, day.replace(day=1), _last_of_month(day.year, day.month)),
        (f"{month}{day.day}日", day, day),
    ):
        assert parse(text).region == Days(first, last)
        assert parse(text, subcategory="时效指标").region == Days(None, last)


@given(days, st.integers(0, 400))
def test_a_window_goes_from_its_first_day_to_its_last(first: date, length: int) -> None:
    """A window denotes the dates in a period (§4.1)."""
    last = first + timedelta(length)
    for text in (
        f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日",
        f"{first.isoformat()}至{last.isoformat()}",
    ):
        assert parse(text).region == Days(first, last)
    months = parse(f"{first.year}年{first.month}月-{last.year}年{last.month}月")
    assert months.region == Days(first.replace(day=1), _last_of_month(last.year, last.month))

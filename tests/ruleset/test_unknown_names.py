"""A name that is not known can be told apart from other bad calls, as Python tells a missing key."""

import pickle
from collections.abc import Callable
from datetime import date

import pytest

from perfrules import PerfRulesError, Ruleset, UnknownNameError

CALLS: dict[str, Callable[[], object]] = {
    "评分办法": lambda: Ruleset().evaluate({}, scheme="没有"),
    "监控办法": lambda: Ruleset().monitor({}, date(2023, 7, 31), scheme="没有"),
    "取评分办法": lambda: Ruleset().scheme("没有"),
    "核对": lambda: Ruleset().audit((), scheme="没有"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_name_that_is_not_known(call: Callable[[], object]) -> None:
    with pytest.raises(UnknownNameError, match="没有") as raised:
        call()
    assert isinstance(raised.value, PerfRulesError)
    assert isinstance(raised.value, LookupError)
    assert pickle.loads(pickle.dumps(raised.value)).diagnostics == raised.value.diagnostics  # noqa: S301 - our own

"""The lights of monitoring (监控灯号)."""

from enum import Enum


class Light(Enum):
    """How an indicator or a track stands, by its colour; the last two are no colours."""

    RED = "红"
    YELLOW = "黄"
    GREEN = "绿"
    BLUE = "蓝"
    NOT_DUE = "未到期"
    UNKNOWN = "无法判断"

    @property
    def is_alarm(self) -> bool:
        """Whether somebody has to look: behind, or not to be told."""
        return self in {Light.RED, Light.YELLOW, Light.UNKNOWN}

    @classmethod
    def named(cls, text: str) -> "Light | None":
        """Find a light by its word, with or without 灯.

        >>> Light.named("红灯"), Light.named("紫")
        (<Light.RED: '红'>, None)
        """
        return next((light for light in cls if text.removesuffix("灯") == light.value), None)

"""Colours that everybody can read: contrast by WCAG 2.2, on the screen in light and dark, and on paper."""

import re
from pathlib import Path

import pytest

import perfrules

FOLDER = Path(perfrules.__file__).parent / "page"
STYLE = "".join((FOLDER / name).read_text("utf-8") for name in ("colours.css", "parts.css", "page.css"))
ROOTS = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
COLOURS = {
    name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", root))
    for name, root in zip(("亮", "暗", "纸"), ROOTS, strict=True)
}

TEXT = ("ink", "soft", "link")
SHAPES = ("good", "ahead", "bad", "sure", "plan", "spent", "focus")
"""What is drawn; a warning has a line around it in the colour of text, since no yellow stands out on white."""


def _light(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((_light(one), _light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    """WCAG gives 21 for black on white; #767676 is known as the lightest grey with 4.5 on white."""
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") >= 4.5 > contrast("#777777", "#fff")


@pytest.mark.parametrize("scheme", COLOURS)
@pytest.mark.parametrize("text", TEXT)
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    colours = {**COLOURS["亮"], **COLOURS[scheme]}
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", COLOURS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_what_is_drawn_can_be_seen(scheme: str, shape: str, ground: str) -> None:
    colours = {**COLOURS["亮"], **COLOURS[scheme]}
    assert contrast(colours[shape], colours[ground]) >= 3


@pytest.mark.parametrize("scheme", COLOURS)
@pytest.mark.parametrize("shape", ["good", "ahead", "bad"])
def test_signs_inside_of_shapes_can_be_seen(scheme: str, shape: str) -> None:
    colours = {**COLOURS["亮"], **COLOURS[scheme]}
    assert contrast(colours["sign"], colours[shape]) >= 3
    assert contrast(colours["near-sign"], colours["near"]) >= 3


@pytest.mark.parametrize("scheme", COLOURS)
def test_what_is_certain_stands_out_from_what_is_not_reached(scheme: str) -> None:
    colours = {**COLOURS["亮"], **COLOURS[scheme]}
    assert contrast(colours["sure"], colours["track"]) >= 3

"""What can be measured of the looks: contrast, colour blindness, nothing cut, nothing outside its parent, the same picture every time."""

from functools import cache
from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from game.window import screenshot
from game.window.screenshot import SCREENS
from game.window.theme import BORDERS_ON, INSTRUMENTS, TEXT_ON, THEMES, contrast, load_theme
from game.window.widgets import Scroll
from tests.conftest import SCENARIOS, case

SIZES = ((1366, 768), (1920, 1080), (3840, 2160))
SCALES = (100, 150, 200)
LEAST_TEXT, LEAST_BORDER = 4.5, 3.0

PROTAN = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
TRITAN = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
NORMAL = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
"""Machado, Oliveira and Fernandes 2009, full severity, in linear RGB."""
APART = 11.0


@pytest.mark.parametrize("name", THEMES)
def test_every_text_stands_out_from_what_it_is_written_on(name):
    theme = load_theme(name)
    low = {(token, on): round(contrast(theme[token], theme[on]), 2) for token, grounds in TEXT_ON.items() for on in grounds}
    assert {pair: ratio for pair, ratio in low.items() if ratio < LEAST_TEXT} == {}


@pytest.mark.parametrize("name", THEMES)
def test_every_border_that_matters_stands_out(name):
    theme = load_theme(name)
    low = {(token, on): round(contrast(theme[token], theme[on]), 2) for token, grounds in BORDERS_ON.items() for on in grounds}
    assert {pair: ratio for pair, ratio in low.items() if ratio < LEAST_BORDER} == {}


def linear(colour):
    """sRGB as linear light."""
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour[:3])]


def lab(rgb):
    """Linear RGB as CIELAB (D65)."""
    r, g, b = (min(1.0, max(0.0, c)) for c in rgb)
    xyz = ((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047, 0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
           (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)  # fmt: skip
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one, other):
    """The difference of two colours (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_c = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    dh = 0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    dl, dc, big_h = l2 - l1, c2 - c1, 2 * sqrt(c1 * c2) * sin(radians(dh / 2))
    ml, mc = (l1 + l2) / 2, (c1 + c2) / 2
    mh = h1 + h2 if c1 * c2 == 0 else (h1 + dh / 2) % 360
    t = (1 - 0.17 * cos(radians(mh - 30)) + 0.24 * cos(radians(2 * mh)) + 0.32 * cos(radians(3 * mh + 6))
         - 0.20 * cos(radians(4 * mh - 63)))  # fmt: skip
    sl = 1 + 0.015 * (ml - 50) ** 2 / sqrt(20 + (ml - 50) ** 2)
    sc, sh = 1 + 0.045 * mc, 1 + 0.015 * mc * t
    rt = -2 * sqrt(mc**7 / (mc**7 + 25**7)) * sin(radians(60 * exp(-(((mh - 275) / 25) ** 2))))
    return sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (big_h / sh) ** 2 + rt * dc / sc * big_h / sh)


def test_the_measure_of_difference_agrees_with_its_authors():
    """Two pairs of the table in the paper."""
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619)) == pytest.approx(2.0373, abs=1e-4)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("eye", [NORMAL, PROTAN, DEUTAN, TRITAN], ids=["normal", "protanopia", "deuteranopia", "tritanopia"])
def test_the_instruments_are_told_apart_by_every_eye(name, eye):
    theme = load_theme(name)
    seen = {}
    for token in INSTRUMENTS:
        light = linear(theme[token])
        seen[token] = lab([sum(row[i] * light[i] for i in range(3)) for row in eye])
    close = {pair: round(ciede2000(seen[pair[0]], seen[pair[1]]), 1) for pair in combinations(INSTRUMENTS, 2)}
    assert {pair: far for pair, far in close.items() if far < APART} == {}


@cache
def shown(screen):
    """The application with a screen of the flagship, at a telling moment."""
    return screenshot.picture(screen, case("budva-2009"), SCENARIOS)


def outside(widget, parent, scrolled=False):
    """Widgets that leave their parent: at the sides always, above and below where nothing scrolls."""
    x, y, w, h = widget.box
    px, py, pw, ph = parent.box
    wrong = x < px - 1.5 or x + w > px + pw + 1.5 or (not scrolled and (y < py - 1.5 or y + h > py + ph + 1.5))
    if w > 0 and wrong:
        yield f"{type(widget).__name__} {widget.key} {tuple(round(v) for v in widget.box)} in {type(parent).__name__} {tuple(round(v) for v in parent.box)}"
    for child in widget.children:
        yield from outside(child, widget, scrolled or isinstance(widget, Scroll))


@pytest.mark.parametrize("screen", SCREENS)
def test_no_text_is_cut_and_nothing_leaves_its_parent(screen):
    app = shown(screen)
    found = {}
    for size in SIZES:
        for scale in SCALES:
            app.settings = app.settings.but(text=scale)
            app.resize(size)
            brush = app.render()
            wrong = [text for text, _ in brush.overflows] + [each for child in app.root.children for each in outside(child, app.root)]
            if wrong:
                found[size, scale] = wrong[:6]
    assert found == {}

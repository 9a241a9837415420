"""What is said of a paper before it is sent: how many of the formalities wanted are asked for, its language, its days."""

import pytest

from engine import Decision, Playthrough
from engine.play.matter import Matter
from engine.play.timing import usual_end
from game.pages.form import point_text
from game.words import load_words
from tests.conftest import case


def opened(id="budva-2009"):
    """A case with everything of its file known to exist."""
    play = Playthrough(case(id), 1)
    for item in play.scenario.items:
        play.world.raise_status(item, "lead")
    return play


def point(play, country, key, **terms):
    """One point of the checklist of a letter to a country."""
    decision = Decision("prosecutor", "start", ("mla", country), {"basis": ("ETS30",), **terms})
    return next(each for each in play.preview(decision).points if each.key == key)


@pytest.mark.parametrize(("country", "language", "state"), [
    ("RS", None, "missing"), ("RS", "de", "missing"), ("RS", "sr", "ok"),
    ("IT", None, "optional"), ("IT", "it", "ok"),
])  # fmt: skip
def test_a_language_that_nobody_chose_is_never_done(country, language, state):
    """Serbia accepts a closed list; which languages Italy accepts the pack does not know."""
    assert point(opened(), country, "language", language=language).state == state


def test_the_checklist_counts_the_formalities_wanted_for_the_items_in_the_letter():
    play = opened()
    item = next(i for i in play.scenario.items.values() if i.country == "RS" and len(i.formalities) > 1)
    wanted, some = set(item.formalities), item.formalities[:1]
    asked = {"items": (item.id,), "formalities": some}
    found = point(play, "RS", "formalities", **asked)
    assert (found.state, found.done, found.of) == ("optional", 1, len(wanted))
    assert f"1 of {len(wanted)}" in point_text(found, load_words())
    whole = point(play, "RS", "formalities", **(asked | {"formalities": tuple(wanted)}))
    assert (whole.state, whole.done) == ("ok", len(wanted))


@pytest.mark.parametrize(("seat", "on", "terms"), [
    ("investigator", ("informal", "ME", "ME-2"), {"items": ("E3",)}),
    ("investigator", ("preservation", "ME"), {"items": ("E3",), "basis": ("ETS185",)}),
])
def test_the_usual_days_told_before_sending_are_those_told_after(seat, on, terms):
    """Both are counted in calendar days, a day or two: too short to be turned into working days and back."""
    play = opened("first-contact")
    decision = Decision(seat, "start", on, terms)
    days = play.preview(decision).days
    play.decide(decision)
    paper = list(play.world.requests.values())[-1]
    assert usual_end(Matter(play.world, paper)) - play.world.today == days[len(days) // 2] > 0

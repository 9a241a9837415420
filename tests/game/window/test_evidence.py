"""The table of evidence says what is proved, what could be, and what one source alone cannot do."""

from game.window import screenshot
from game.window.screens.evidence import Line, Proved
from tests.conftest import SCENARIOS, case


def opened(day, play="textbook", scenario="budva-2009"):
    """The table after so many days."""
    app = screenshot.picture("evidence", case(scenario), SCENARIOS, play=play, day=day)
    found = next(each for each in app.root.walk() if isinstance(each, Proved))
    return app, {(head.count, head.element): bar for head, bar in zip(found.heads, found.bars, strict=True)}


def test_an_element_that_only_one_source_speaks_to_is_short_however_strong():
    app, bars = opened(6)
    for proof in app.view.proofs:
        if proof.suspect in (None, app.screen.suspect) and not proof.proved and proof.possible_sources < 2:
            assert bars[proof.count, proof.element].reach == "short"
    assert bars["C2", "AGE"].reach == "short"


def test_an_element_is_proved_where_the_engine_says_so():
    app, bars = opened(60)
    said = {(p.count, p.element): p.proved for p in app.view.proofs if p.suspect in (None, app.screen.suspect)}
    assert {key: bar.reach == "proved" for key, bar in bars.items()} == said
    assert any(said.values())


def test_a_requested_item_is_marked_as_requested_and_an_admitted_one_as_admitted():
    app, _ = opened(20)
    signs = {line.item.id: line.sign for line in app.root.walk() if isinstance(line, Line)}
    assert signs["E4"] == "requested"
    assert signs["E1"] == "admitted"


def test_arrows_move_in_the_table_and_s_takes_the_next_suspect():
    app, _ = opened(20)
    before, suspect = app.screen.item, app.screen.suspect
    app.screen.focus = f"item {before}"
    assert app.screen.arrow(app, "down")
    assert app.screen.item != before
    app.screen.keys(app)["s"]()
    assert app.screen.suspect != suspect

"""The table of evidence says what is proved, what could be, what one source alone cannot do, and how an item reaches the court."""

import pygame
import pytest

from game.window import screenshot
from game.window.chains import Chain
from game.window.screens.evidence import ALL, Evidence
from game.window.screens.request import RequestScreen
from game.window.screens.rulebook import Rulebook
from game.window.tables import Line, Proved
from tests.conftest import SCENARIOS, case


def table(day, play="textbook", scenario="budva-2009", **how):
    """The table after so many days."""
    return screenshot.picture("evidence", case(scenario), SCENARIOS, play=play, day=day, **how)


def found(app, kind):
    return [each for each in app.root.walk() if isinstance(each, kind)]


def bars(app):
    """Each element and its column of proof."""
    foot = found(app, Proved)[0]
    return dict(zip(foot.ruler.columns, foot.bars, strict=True))


def lines(app):
    return {line.id: line for line in found(app, Line)}


def press(app, *codes):
    for code in codes:
        app.feed(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode=""))
        app.render()


def against(app, suspect):
    app.screen.against(suspect)
    app.render()
    return app


def test_an_element_that_only_one_source_speaks_to_is_short_however_strong():
    app = table(6)
    said = bars(app)
    for proof in app.view.proofs:
        if proof.suspect in (None, app.screen.suspect) and not proof.proved and proof.possible_sources < 2:
            assert said[proof.count, proof.element].reach == "short"
    assert said["C2", "AGE"].reach == "short"


def test_an_element_is_proved_where_the_engine_says_so():
    app = table(60)
    told = {(p.count, p.element): p.proved for p in app.view.proofs if p.suspect in (None, app.screen.suspect)}
    said = {key: bar.reach == "proved" for key, bar in bars(app).items()}
    assert said == {key: told[key] for key in said}
    assert any(said.values())


def test_against_all_suspects_an_element_stands_as_with_the_one_with_the_least():
    app = against(table(50), ALL)
    least = min(p.halves for p in app.view.proofs if (p.count, p.element) == ("C1", "ACT"))
    assert bars(app)["C1", "ACT"].halves == least


def test_only_the_counts_against_a_suspect_have_columns():
    app = against(table(20), "S2")
    counts = app.sitting.scenario.counts
    assert {count for count, _ in bars(app)} == {id for id, count in counts.items() if "S2" in count.against}


def test_an_item_is_marked_only_where_it_speaks_against_the_suspect():
    app = against(table(20), "S2")
    e4 = lines(app)["E4"]
    assert {e4.ruler.columns[n] for n in e4.marks} == {("C1", "ACT"), ("C3", "GROUP")}
    assert not lines(against(app, "S3"))["E4"].marks


def test_a_requested_item_is_marked_as_requested_and_an_admitted_one_as_admitted():
    signs = {id: line.sign for id, line in lines(table(20)).items()}
    assert signs["E4"] == "requested"
    assert signs["E1"] == "admitted"


def test_what_is_gone_soon_and_not_kept_is_perishing_with_its_days_and_opened_first():
    app = table(6)
    line = lines(app)["E2"]
    item = next(i for i in app.view.items if i.id == "E2")
    assert line.sign == "perishing"
    assert str(item.perishes - app.view.today) in line.note
    assert app.screen.item == "E2"
    assert app.screen.focus == "item E2"


def test_arrows_move_in_the_table_and_s_takes_the_next_suspect():
    app = table(20)
    item, suspect, column = app.screen.item, app.screen.suspect, app.screen.cursor
    press(app, pygame.K_DOWN, pygame.K_RIGHT)
    assert app.screen.item != item
    assert app.screen.focus == f"item {app.screen.item}"
    assert app.screen.cursor == column + 1
    press(app, pygame.K_s)
    assert app.screen.suspect != suspect


def test_s_comes_round_to_all_suspects():
    app = table(20)
    press(app, *[pygame.K_s] * len(app.screen.suspects(app.view)))
    assert app.screen.suspect == ALL


def test_g_shows_the_items_as_the_file_has_them():
    app = table(20)
    press(app, pygame.K_g)
    assert list(lines(app)) == [i.id for i in app.view.items]


def test_the_way_of_a_requested_item_has_its_letter_and_the_court_that_must_order_it():
    app = table(20)
    app.screen.look(app, "E9b")
    app.render()
    steps = found(app, Chain)[0].stations
    assert [s.state for s in steps if "R5" in s.text] == ["now"]
    assert next(s for s in steps if s.icon == "gavel").state == "ahead"


def test_a_digit_opens_what_can_be_done():
    app = table(20)
    app.screen.look(app, "E12")
    app.render()
    offers = [each.key for each in app.able() if each.key.startswith("offer ")]
    press(app, ord(str(len(offers))))
    assert isinstance(app.screen, RequestScreen)
    assert app.screen.id.startswith("mla-XK")


def test_f_opens_the_rule_book_at_the_state_of_the_item():
    app = table(20)
    app.screen.look(app, "E4")
    press(app, pygame.K_f)
    assert isinstance(app.screen, Rulebook)
    assert app.screen.country == "RS"


def test_a_click_takes_the_item_and_the_element():
    app = table(20)
    line = lines(app)["E2"]
    left = line.ruler.start(2)
    app.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(round(left + 10), round(line.box[1] + 8))))
    app.render()
    assert (app.screen.item, app.screen.cursor) == ("E2", 2)


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 100), ((1366, 768), 125), ((1280, 720), 200), ((1280, 720), 90), ((3840, 2160), 100)])
def test_every_column_can_be_reached_and_is_seen_at_every_size(size, scale):
    app = table(20, size=size, scale=scale)
    for _ in range(app.screen.ruler.every):
        ruler = app.screen.ruler
        x, _, w, _ = found(app, Line)[0].box
        assert ruler.first <= app.screen.cursor < ruler.last
        assert ruler.start(ruler.last - 1) + ruler.cells[-1] <= x + w + 0.5
        assert ruler.names > 60
        press(app, pygame.K_RIGHT)
    assert app.screen.cursor == app.screen.ruler.every - 1


def test_in_a_low_window_enter_opens_the_item_and_escape_closes_it():
    app = table(20, size=(1280, 720), scale=150)
    assert not found(app, Chain)
    press(app, pygame.K_RETURN)
    assert found(app, Chain)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Evidence)
    assert not found(app, Chain)

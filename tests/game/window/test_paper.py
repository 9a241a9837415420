"""The composer: sections and their state, the letter with its gaps, the checklist, the days, the acts."""

import pygame
import pytest

from game.window.app import App
from game.window.editor import Field
from game.window.forms import BasisRow, Chip, SectionHead
from game.window.letters import Running
from game.window.pictures.delays import ChannelRow
from game.window.screens.desk import Desk
from game.window.screens.paper import Paper
from game.window.screenshot import played, telling

PAPERS = ("informal", "spontaneous", "preservation", "mla", "extradition", "jit", "transfer", "measure")


def key(code, mod=0):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, scancode=0, unicode="")


@pytest.fixture
def composer(budva, tmp_path):
    """A composer for a paper, on the fourth day of the flagship."""

    def opened(procedure="mla", size=(1366, 768), mode="practice", scale=100):
        app = App(size, text_scale=scale)
        app.scenarios, app.saves = tmp_path, tmp_path
        app.sit(played(budva, "textbook", None, telling("desk", 3)))
        app.sitting.mode = mode
        for seat in app.sitting.play.seats:
            for choice in app.sitting.play.choices(seat):
                if choice.decision.act == "start" and choice.decision.on[0] == procedure and choice.terms and choice.possible:
                    app.seat = seat
                    app.reset(Desk(), Paper(choice))
                    app.render()
                    return app
        raise AssertionError(f"{procedure} cannot be begun")

    return opened


def found(app, kind):
    return [each for each in app.root.walk() if isinstance(each, kind)]


def heads(app):
    return {head.title: head.state for head in found(app, SectionHead)}


def gaps(app):
    return [text for each in found(app, Running) for text, _, gap in each.pieces if gap]


def press(app, name):
    app.screen.focus = name
    app.render()
    app.feed(key(pygame.K_SPACE))
    app.render()


@pytest.mark.parametrize("procedure", PAPERS)
@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 100), ((1280, 720), 150), ((900, 700), 100)])
def test_every_paper_keeps_its_acts_in_the_window_and_its_first_heading_in_focus(composer, procedure, size, scale):
    app = composer(procedure, size, scale=scale)
    send = next(each for each in app.able() if each.key == "send")
    x, y, w, h = send.box
    assert x >= 0 and x + w <= size[0] / app.k and y + h <= size[1] / app.k
    assert send.parent_clip is None, "it cannot be scrolled away"
    first = app.screen.standing(app).sections[0].fields[0].name
    assert app.screen.focus.startswith((f"{first} ", f"field {first}"))


def test_the_next_missing_point_goes_from_heading_to_heading(composer):
    app = composer("mla")
    lacking = [field.name for field in app.screen.standing(app).lacking_in_order()]
    assert {"items", "basis", "link_stated"} <= set(lacking)
    seen = []
    for _ in lacking:
        app.feed(key(pygame.K_n))
        app.render()
        seen.append(app.screen.focus.removeprefix("field ").split(" ")[0])
    assert sorted(seen) == sorted(lacking)


def test_a_heading_that_is_filled_in_shows_a_check_and_its_gap_leaves_the_letter(composer):
    app = composer("mla")
    assert heads(app)["What you ask for"] == "missing"
    assert any("What is asked for" in gap for gap in gaps(app))
    press(app, "items 0")
    assert heads(app)["What you ask for"] == "filled"
    assert not any("What is asked for" in gap for gap in gaps(app))
    assert any("1. Serbian phone records of Mitić" in each.says for each in found(app, Running))
    assert not any("E4" in each.says for each in found(app, Running))


def test_send_becomes_the_first_act_when_nothing_is_missing(composer):
    app = composer("preservation")
    assert next(each for each in app.able() if each.key == "send").text == app.words("form.send_anyway")
    press(app, "items 0")
    press(app, "basis 0")
    send = next(each for each in app.able() if each.key == "send")
    assert (send.text, send.kind, send.enabled) == (app.words("form.send"), "primary", True)


def test_a_basis_not_in_force_is_listed_with_the_reason_and_can_be_cited(composer):
    app = composer("mla")
    barred = next(each for each in found(app, BasisRow) if each.why_not)
    assert "only from" in barred.says
    press(app, barred.key)
    assert next(each for each in found(app, BasisRow) if each.key == barred.key).on
    assert heads(app)["Legal basis"] == "missing", "citing it does not help"


def test_a_basis_in_force_says_since_when_for_both(composer):
    app = composer("mla")
    good = next(each for each in found(app, BasisRow) if not each.why_not)
    assert good.since.count(" · ") == 1
    assert good.since.startswith("ME ")


def test_digits_lead_to_sections(composer):
    app = composer("mla")
    app.feed(key(pygame.K_2))
    app.render()
    assert app.screen.focus == "basis 0"
    app.feed(key(pygame.K_1))
    app.render()
    assert app.screen.focus == "items 0"


def test_a_leads_to_the_first_item_that_is_not_asked_for(composer):
    app = composer("mla")
    press(app, "items 0")
    assert next(each for each in found(app, Chip) if each.cap == "A").key == "items 1"
    app.feed(key(pygame.K_a))
    assert app.screen.focus == "items 1"


def test_what_is_urgent_asks_for_a_reason_and_carries_it_into_the_letter(composer):
    app = composer("mla")
    assert not any(each.key == "field urgency_reason" for each in found(app, Field))
    press(app, "urgent 1")
    app.screen.focus = "field urgency_reason"
    app.feed(pygame.event.Event(pygame.TEXTINPUT, text="Брисање 15. oktobra"))
    app.render()
    assert any("Брисање 15. oktobra" in each.says for each in found(app, Running))


def test_f_shows_the_rule_at_the_focus_and_the_foot_names_it(composer):
    app = composer("mla")
    app.screen.focus = "basis 0"
    app.render()
    assert "ETS30" in app.root.foot.note
    app.feed(key(pygame.K_f))
    assert any("ETS30" in line for line in app.toast)


def test_channels_are_compared_with_what_is_filled_in(composer):
    app = composer("mla")
    rows = found(app, ChannelRow)
    assert len(rows) == len(next(f for f in app.screen.standing(app).fields if f.name == "channel").options)
    assert [row.on for row in rows].count(True) == 1
    assert all(row.in_time == "" for row in rows), "nothing asked for is lost yet"
    press(app, "items 1")
    lost, limit = app.screen.standing(app).lost
    assert (lost.id, limit) == ("E5", lost.perishes - app.view.today)
    assert all("of 20" in row.in_time for row in found(app, ChannelRow))


def test_an_assessed_play_shows_no_checklist_no_gap_but_the_required_and_no_lesson(composer):
    app = composer("mla", mode="assessed")
    missing = {each.key for each in app.able() if each.key.startswith("check ")}
    assert missing == {"check items", "check basis"}
    assert not any("offence" in gap for gap in gaps(app))
    app.screen.focus = "link_stated 0"
    app.render()
    assert app.root.foot.note == app.words("form.unwise")


def test_what_can_be_pressed_says_its_words_and_its_state(composer):
    app = composer("mla")
    for each in app.able():
        assert each.says, each.key
    assert app.words("form.off") in next(each for each in found(app, Chip)).says


def test_where_it_is_narrow_the_letter_takes_the_place_of_the_form(composer):
    app = composer("mla", size=(1100, 768))
    assert not found(app, Running)
    app.feed(key(pygame.K_v))
    app.render()
    assert found(app, Running)
    assert not found(app, BasisRow)


# -- writing --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def writing(composer):
    """A composer with the focus in its field for the reason."""
    app = composer("measure")
    app.screen.focus = "field why"
    app.render()
    return app


def typed(app, text):
    app.feed(pygame.event.Event(pygame.TEXTINPUT, text=text))
    app.render()


def test_an_accent_typed_after_its_letter_stays_with_it(writing):
    typed(writing, "Z\u0301a")
    writing.feed(key(pygame.K_LEFT))
    writing.feed(key(pygame.K_LEFT))
    assert writing.screen.why.caret == 0
    writing.feed(key(pygame.K_DELETE))
    assert writing.screen.why.text == "a"


def test_a_word_is_erased_at_once_and_comes_back(writing):
    typed(writing, "before the ferry")
    writing.feed(key(pygame.K_BACKSPACE, pygame.KMOD_CTRL))
    assert writing.screen.why.text == "before the "
    writing.feed(key(pygame.K_z, pygame.KMOD_CTRL))
    assert writing.screen.why.text == "before the ferry"


def test_the_mouse_sets_the_caret_and_selects(writing):
    typed(writing, "before the ferry")
    field = next(each for each in found(writing, Field) if each.key == "field why")
    x, y, w, _ = field.box
    writing.feed(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(x + 10, y + 12)))
    assert writing.screen.why.caret == 0
    writing.feed(pygame.event.Event(pygame.MOUSEMOTION, pos=(x + w - 4, y + 12), rel=(0, 0), buttons=(1, 0, 0)))
    assert writing.screen.why.selection == (0, len("before the ferry"))


def test_a_field_grows_with_what_is_written_and_letters_do_not_act(writing):
    before = next(each for each in found(writing, Field) if each.key == "field why").box[3]
    for _ in range(5):
        typed(writing, "n")
        writing.feed(key(pygame.K_n))
        writing.feed(key(pygame.K_RETURN))
        writing.render()
    after = next(each for each in found(writing, Field) if each.key == "field why").box[3]
    assert after > before
    assert writing.screen.focus == "field why"

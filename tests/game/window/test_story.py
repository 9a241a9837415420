"""The story: the page under its picture, cards of one height, what can be foreseen, and the acts."""

import re

import pygame
import pytest

from engine.reading.case.story import PICTURES
from game.pages.book import page_for
from game.pages.page import Go, Heading, Para
from game.window.app import App
from game.window.choices import Foreseen
from game.window.listed import Listed
from game.window.pictures.scenes import MOTIFS, NIGHT, drawn, motif_for
from game.window.screens.asking import Passing
from game.window.screens.desk import Desk
from game.window.screens.story import Story, act_and_sentence
from game.window.widgets import Card
from game.words import load_words


def key(code):
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode="")


@pytest.fixture
def story(budva, tmp_path):
    """A beat of the flagship on its first day."""

    def opened(beat="jelena", size=(1366, 768), mode="practice"):
        from game.session import begin

        app = App(size)
        app.scenarios, app.saves = tmp_path, tmp_path
        app.sit(begin(budva, 1, None))
        app.sitting.mode = mode
        app.reset(Desk(), Story(beat))
        app.render()
        return app

    return opened


def cards(app):
    return [each for each in app.root.walk() if isinstance(each, Card) and each.key.startswith("choice ")]


def foreseen(app):
    return [each for each in app.root.walk() if isinstance(each, Foreseen)]


def test_the_cards_are_equal_and_the_first_has_only_the_focus(story):
    app = story("coffee")
    assert len({card.box[3] for card in cards(app)}) == 1
    assert app.screen.focus == "choice 1"
    assert not app.sitting.play.decisions


def test_what_can_be_foreseen_is_told_in_practice_with_arrows_and_words(story):
    app = story("jelena")
    told = [each.says for each in foreseen(app)]
    assert any("Network alert up" in each for each in told)


def test_what_is_known_and_what_is_not_stand_below_the_page_and_are_said_aloud(story, budva):
    app = story("coffee")
    known, not_known = [each for each in app.root.walk() if isinstance(each, Listed)]
    assert known.says == "You know: " + "; ".join(budva.beats["coffee"].known)
    assert not_known.says == "You do not know: " + "; ".join(budva.beats["coffee"].open)
    assert known.box[1] == not_known.box[1]
    assert known.box[0] + known.box[2] < not_known.box[0]


def test_the_text_game_reads_what_is_known_and_what_is_not_before_the_choices(story, budva):
    app = story("coffee")
    blocks = page_for(app.sitting, app.seat, Go("beat", "coffee"), app.tell).blocks
    assert [each.text for each in blocks if isinstance(each, Heading)] == ["You know", "You do not know", "What do you do?"]
    said = [each.text for each in blocks if isinstance(each, Para)]
    assert said[1:] == [f"- {each}" for each in (*budva.beats["coffee"].known, *budva.beats["coffee"].open)]


def test_what_is_known_and_what_is_not_names_nothing_by_its_number_in_the_file(budva, first_contact):
    for scenario in (budva, first_contact):
        ids = {*scenario.items, *scenario.people, *scenario.contacts, *scenario.counts, *scenario.law.treaties}
        for beat in scenario.beats.values():
            for line in (*beat.known, *beat.open):
                assert not ids & set(re.findall(r"[\w-]+", line)), (beat.id, line)


def test_the_reader_knows_the_pictures_that_can_be_drawn():
    assert set(PICTURES) == {*MOTIFS, NIGHT}


def test_an_assessed_play_tells_the_rule_and_nothing_that_can_be_foreseen(story):
    app = story("coffee", mode="assessed")
    assert foreseen(app) == []
    assert any("UNTOC art. 27(1)" in card.says for card in cards(app))


def test_a_lesson_of_practice_is_not_given_away_on_a_card(story, budva):
    app = story("coffee")
    lesson = app.tell.cite("practice identify-first")
    assert not any(lesson in card.says for card in cards(app))


def test_decide_takes_the_choice_that_had_the_focus_last(story):
    app = story("coffee")
    app.feed(key(pygame.K_2))
    app.render()
    app.screen.focus = "decide"
    app.render()
    assert next(card for card in cards(app) if card.selected).key == "choice 2"
    app.feed(key(pygame.K_RETURN))
    taken = app.sitting.play.decisions[-1]
    assert taken.on == ("coffee", "neighbours")


def test_a_choice_of_another_seat_stays_with_its_reason_and_p_passes_the_laptop(story):
    app = story("jelena")
    barred = next(card for card in cards(app) if not card.enabled)
    assert app.words("seat.coordinator") in barred.says
    app.feed(key(pygame.K_p))
    assert isinstance(app.screen, Passing)


def test_f_tells_the_rules_at_stake(story):
    app = story("coffee")
    app.feed(key(pygame.K_f))
    assert any(line.startswith("UNTOC art. 27(1)") for line in app.toast)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (900, 700), (640, 400)])
def test_the_acts_are_always_in_the_window(story, size):
    app = story("coffee", size)
    x, y, w, h = next(each for each in app.able() if each.key == "decide").box
    assert x + w <= size[0] / app.k
    assert y + h <= size[1] / app.k


def test_an_act_is_the_first_sentence_and_nothing_is_lost():
    assert act_and_sentence("Stay in the lecture. Contacts can be found later.") == (
        "Stay in the lecture",
        "Contacts can be found later.",
    )
    assert act_and_sentence("Order the search now.") == ("Order the search now", "")


def test_the_picture_is_what_the_author_wrote_else_what_the_text_speaks_of_else_the_seat():
    words = load_words()
    assert motif_for("coast night", "Ferry", "The ferry leaves.", "judge", words) == ("coast", True)
    assert motif_for("", "Before the ferry", "It leaves tonight from the quay.", "judge", words) == ("harbour", True)
    assert motif_for("", "Nothing", "Nobody says a thing.", "coordinator", words) == ("shelter", False)


@pytest.mark.parametrize("motif", MOTIFS)
def test_every_place_is_drawn_by_day_by_night_and_as_lines_and_the_same_each_time(motif):
    shots = {
        (theme, night): pygame.image.tobytes(drawn(motif, night, theme, 320, 106, "x"), "RGB")
        for theme in ("paper", "contrast")
        for night in (False, True)
    }
    assert len({shots["paper", False], shots["paper", True], shots["contrast", False]}) == len(("day", "night", "lines"))
    drawn.cache_clear()
    assert pygame.image.tobytes(drawn(motif, False, "paper", 320, 106, "x"), "RGB") == shots["paper", False]


def test_the_voice_says_what_has_the_focus_first_and_the_whole_page_when_asked_again(story, budva, monkeypatch):
    said = []
    monkeypatch.setattr("game.window.speech.speak", said.append)
    app = story("coffee")
    for _ in ("the card", "the page", "the card"):
        app.feed(key(pygame.K_F9))
    assert said[0] == said[2] == cards(app)[0].says
    page = said[1]
    wanted = ["Coffee", "The first session is on evidence.", "You know: ", "You do not know: ", cards(app)[3].says]
    assert [page.find(each) for each in wanted] == sorted(page.find(each) for each in wanted)
    assert -1 not in [page.find(each) for each in wanted]
    assert page.count(cards(app)[0].says) == 1


def test_an_act_ends_at_the_first_full_stop_or_dash_that_leaves_an_act():
    assert act_and_sentence("Ask only what is urgent - who is there, where he can sleep. Explain.") == (
        "Ask only what is urgent",
        "Who is there, where he can sleep. Explain.",
    )
    assert act_and_sentence("Neither. Bring her to the safe house now, with a lawyer and time to decide.")[1] == ""

"""The pages of the desk as screens: all that came in by day, the papers by what presses, every key of the window."""

import pygame
import pytest

from game.pages.page import Go
from game.window import screenshot
from game.window.screens.evidence import Evidence
from game.window.screens.help import KEYS, split
from game.window.screens.mail import Mail
from game.window.screens.papers import Papers
from game.window.screens.reading import screen_of
from tests.conftest import SCENARIOS, case


def shown(screen, day=40, size=(1366, 768), scale=100):
    return screenshot.picture(screen, case("budva-2009"), SCENARIOS, day=day, size=size, scale=scale)


def press(app, code):
    app.feed(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, scancode=0, unicode=""))
    app.render()


def said(app):
    return [getattr(each, "text", "") or each.says for each in app.root.walk()]


def test_all_that_came_in_stands_there_latest_first_and_leads_to_what_it_is_about():
    app = shown("inbox")
    assert isinstance(app.screen, Mail)
    rows = [each for each in app.able() if each.key.startswith("mail ")]
    numbers = [int(each.key.split()[1]) for each in rows]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == sum(1 for o in app.view.inbox if o.kind not in ("stage", "chosen"))
    app.screen.focus = rows[0].key
    before = app.screen
    press(app, pygame.K_RETURN)
    assert app.screen is not before


def test_papers_under_way_stand_before_those_that_are_over_and_open_by_number():
    app = shown("requests")
    assert isinstance(app.screen, Papers)
    papers = {r.id: r for r in app.view.requests}
    ids = [each.key.removeprefix("paper ") for each in app.able() if each.key.startswith("paper ")]
    assert sorted(ids) == sorted(papers)
    assert [papers[id].ended for id in ids] == sorted(papers[id].ended for id in ids)
    press(app, pygame.K_2)
    assert app.screen.id == ids[1]


def test_the_case_file_names_everybody_and_says_of_each_item_what_it_tells():
    app = shown("casefile")
    lines = " ".join(said(app))
    for person in app.view.people:
        assert person.name in lines
        assert all(text in lines for text in (person.wants, person.needs, person.refuses))
    for item in app.view.items:
        assert item.title in lines
        assert " ".join(item.tells.split()) in lines
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Evidence)


def test_every_key_of_the_window_has_words():
    words = shown("help").words
    assert all(words.has(f"key.{name}.{number}") for name, caps in KEYS.items() for number in range(1, len(caps) + 1))


def test_the_keys_that_lead_somewhere_are_in_the_help():
    app = shown("desk")
    told = {cap.lower() for caps in KEYS.values() for each in caps for cap in split(each)}
    assert {key for key in app.screen.keys(app) if not key.isdigit()} <= told | {"?"}


@pytest.mark.parametrize(("size", "scale"), [((640, 400), 100), ((960, 600), 100), ((1280, 720), 200), ((1366, 768), 150)])
@pytest.mark.parametrize("screen", ["inbox", "requests", "help", "casefile"])
def test_a_page_holds_at_every_size(screen, size, scale):
    app = shown(screen, size=size, scale=scale)
    w = app.surface.get_width() / app.k
    for each in app.root.walk():
        assert each.box[0] >= -0.5
        assert each.box[0] + each.box[2] <= w + 0.5


def test_pages_without_a_screen_of_their_own_are_read_as_they_are():
    assert screen_of(Go("wait")).go == Go("wait")


@pytest.mark.parametrize("screen", ["story", "composer"])
def test_a_picture_of_what_is_not_open_that_day_is_refused_in_words(screen, tmp_path, capsys):
    from game.cli import run

    code = run(["screenshot", screen, "--scenario", "first-contact", "--day", "59", "-o", str(tmp_path / "x.png")])
    said = capsys.readouterr().out
    assert (code, "Traceback" in said, (tmp_path / "x.png").exists()) == (2, False, False)
    assert "day" in said


def barred_at(app, seat):
    """Is there something that a seat could begin but for one thing?"""
    return any(c.decision.act == "start" and not c.possible for c in app.sitting.play.choices(seat))


def test_a_reason_that_is_written_on_a_card_does_not_cover_the_next_one():
    app = shown("start")
    app.seat = next(seat for seat in app.view.seats if barred_at(app, seat))
    app.render()
    barred = next(each for each in app.able() if each.tip and each.key.startswith("offer "))
    app.screen.focus = barred.key
    app.render()
    seen = (each for each in app.able() if 0 < (each.box[1] + 6) * app.k < app.surface.get_height())
    others = [each for each in seen if each.key != barred.key and each.key.startswith("offer ")]
    nearest = min(others, key=lambda each: abs(each.box[1] - barred.box[1]))
    x, y, w, _ = (round(each * app.k) for each in nearest.box)
    shades = {tuple(app.surface.get_at((at, y + 5)))[:3] for at in range(x + 8, x + w - 8, 4)}
    assert app.theme["ink"][:3] not in shades


def test_the_seats_say_how_much_waits_and_the_one_that_is_taken_is_no_error():
    app = shown("seats")
    cards = {each.key: each for each in app.able() if each.key.startswith("seat ")}
    assert list(cards) == [f"seat {seat}" for seat in app.view.seats]
    assert all(each.enabled for each in cards.values())
    said = [each.says for each in app.root.walk() if each.says]
    waiting = dict(app.view.elsewhere)
    assert sum("to decide" in each for each in said if each[:1].isdigit()) >= len(waiting)


def test_each_contact_has_a_name_a_channel_and_what_can_be_begun_with_them():
    app = shown("contacts")
    said = " ".join(app.screen.words(app))
    for contact in app.view.contacts:
        assert contact.post[1:] in said
        assert app.words(f"channel.{contact.channel}") in said
    begun = [c for c in app.choices if c.decision.act == "start" and len(c.decision.on) == 3 and c.decision.on[2] in {x.id for x in app.view.contacts}]
    assert len([each for each in app.able() if each.key.startswith("offer ")]) == len(begun)

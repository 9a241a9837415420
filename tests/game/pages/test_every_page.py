"""Every page, for every seat, at many moments of both cases: no empty heading, no key or name of a class, nothing said twice."""

import io
import re
from functools import cache

import pytest

from engine import Playthrough, play_out, player
from game.pages.book import page_for
from game.pages.page import Action, Fill, Go, Heading, Leave, Offer, Para
from game.pages.telling import Telling
from game.session import Session
from game.text.app import WIDTH, TextGame, lines_of
from game.words import Words, load_words
from tests.conftest import CASES, case

PAGES = (
    "briefing",
    "desk",
    "inbox",
    "casefile",
    "requests",
    "ledger",
    "contacts",
    "rulebook",
    "start",
    "wait",
    "seats",
    "help",
)
PARTS = ("", "points", "regrets", "lessons", "ledger", "law", "timeline", "all")
PREFIXES = "|".join(sorted({re.escape(key.partition(".")[0]) for key in load_words().table if "." in key}))
RAW = re.compile(
    rf"(?<![\w.])(?:{PREFIXES})\.[a-z_0-9]+(?![\w])|\{{|\}}|\bNone\b|\bTrue\b|\bFalse\b|\('|<\w+ object|\b[a-z]+-[A-Z]{{2}}-\d"
)
KOSOVO = re.compile(r"Kosovo(?! \(UNSCR 1244\)| declaration|: this)")
EVERY = 6
"""Every so many decisions of the line of play the pages are read."""


class Strict(Words):
    """The words, which remember what they were asked for and have not got."""

    def __init__(self):
        super().__init__("en", load_words().table)
        self.missing = set()

    def __call__(self, key, **told):
        if key not in self.table:
            self.missing.add(key)
        text = super().__call__(key, **told)
        if told and "{" in text:
            self.missing.add(f"{key} is not filled in")
        return text


@cache
def line(id, name):
    """A written line of play to its end."""
    scenario = case(id)
    seed = scenario.plays[name].seed
    return play_out(Playthrough(scenario, seed), player(scenario, name, seed))


def moments(id, name):
    """The playthrough of a line at its start, at every so many decisions, and at its end."""
    whole = line(id, name)
    play = Playthrough(whole.scenario, whole.seed)
    yield play
    for number, decision in enumerate(whole.decisions, 1):
        play.decide(decision)
        if number % EVERY == 0 or play.is_over:
            yield play


def doors(play, seat):
    """Every page that a seat can open now, those about something too."""
    view = play.view(seat)
    for page in PAGES:
        yield Go(page)
    for beat in view.beats:
        yield Go("beat", beat.id)
    for request in view.requests:
        yield Go("request", request.id)
    for country in view.countries[:2]:
        yield from (Go("rulebook", f"{country} {purpose}") for purpose in ("mla", "jit"))


@pytest.fixture(scope="module")
def read():
    """Every page read at every moment, once: (case, seat, door) to (page, printed), and the words that were missing."""
    words, pages = Strict(), []
    for id in CASES:
        for name in ("textbook", "mla-for-everything"):
            for play in moments(id, name):
                session, tell = Session(play, None), Telling(play.scenario, words)
                for seat in play.seats:
                    pages += [(f"{id} day {play.world.day} {seat} {go.page} {go.about}", *read_page(session, seat, go, tell))
                              for go in doors(play, seat)]  # fmt: skip
            pages += [
                (f"{id} debrief {part}", *read_page(session, play.seats[0], Go("debrief", part), tell))
                for part in PARTS
            ]
    return pages, words.missing


def read_page(session, seat, go, tell):
    """A page, and the lines the text game reads it as."""
    page, sink = page_for(session, seat, go, tell), io.StringIO()
    game = TextGame(session, tell.words, source=io.StringIO(), sink=sink)
    game.seat = seat
    game.read(page)
    return page, sink.getvalue()


def test_every_word_that_a_page_asks_for_is_there(read):
    assert read[1] == set()


def test_no_page_shows_a_key_an_id_of_a_paper_or_a_name_of_the_program(read):
    assert [(where, found[0]) for where, _, printed in read[0] if (found := RAW.search(printed))] == []


def test_no_heading_is_empty(read):
    for where, page, _ in read[0]:
        told = [block for block in page.blocks if not (isinstance(block, Offer) and block.key)]
        followed = [*told[1:], Heading("end")]
        empty = [
            a.text for a, b in zip(told, followed, strict=False) if isinstance(a, Heading) and isinstance(b, Heading)
        ]
        assert empty == [], where


def test_no_page_says_a_thing_twice(read):
    for where, page, _ in read[0]:
        said = [block.text for block in page.blocks if isinstance(block, Para)]
        assert sorted(set(said)) == sorted(said), where


def test_no_line_is_longer_than_the_page(read):
    assert [(where, row) for where, _, printed in read[0] for row in printed.splitlines() if len(row) > WIDTH] == []


def test_kosovo_is_never_named_without_the_resolution(read):
    assert [where for where, _, printed in read[0] if KOSOVO.search(" ".join(printed.split()))] == []


def test_whatever_cannot_be_done_says_why(read):
    for where, page, _ in read[0]:
        assert [offer.text for offer in page.offers if not offer.possible and not offer.why_not] == [], where


def test_every_page_leads_somewhere_else(read):
    for where, page, _ in read[0]:
        ways = [
            offer
            for offer in page.offers
            if isinstance(offer.action, Go | Leave) and offer.action != Go(page.id, page.about)
        ]
        assert ways, where


def test_every_offer_says_what_it_does(read):
    for where, page, _ in read[0]:
        assert all(offer.text.strip() and isinstance(offer.action, Action | Fill) for offer in page.offers), where
        texts = [
            (offer.text, offer.seat)
            for offer in page.offers
            if not offer.key and page.id in ("desk", "beat", "wait", "seats")
        ]
        assert len(set(texts)) == len(texts), where


@pytest.mark.parametrize("id", CASES)
@pytest.mark.parametrize("name", ["textbook", "mla-for-everything"])
def test_who_is_waited_for_is_on_the_desk(id, name):
    for play in moments(id, name):
        for seat in play.seats:
            view = play.view(seat)
            page = page_for(Session(play, None), seat, Go("desk"), Telling(play.scenario, load_words()))
            offered = [offer.action for offer in page.offers]
            assert all(Go("beat", beat.id) in offered for beat in view.beats)
            assert all(Go("seat", other) in offered for other, _ in view.elsewhere)
            assert all(Go("request", r.id) in offered for r in view.requests if {"supplement", "send_papers"} & set(r.acts))


@pytest.mark.parametrize("id", CASES)
def test_the_whole_debrief_as_lines_holds_every_point_with_its_reason_and_source(id):
    play = line(id, "textbook")
    session, tell = Session(play, None), Telling(play.scenario, load_words())
    text = " ".join(" ".join(lines_of(page_for(session, play.seats[0], Go("debrief", "all"), tell))).split())
    for point in session.debrief().mark.points:
        assert " ".join(point.because.split()) in text
        assert tell.signed(point.source) in text
        assert load_words().date(point.day) in text

"""The printed debrief: one whole HTML file with everything the debrief says, that overwrites nobody's file."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from engine import Playthrough, debrief, play_out, player
from game.cli import run
from game.cohort import Group
from game.pages.debrief import luck_lines, missed_points, stands
from game.pages.printed import Imprint, NotPrinted, debrief_html, write_debrief
from game.pages.telling import Telling
from game.words import load_words
from tests.conftest import CASES, case

VOID = {"meta", "line", "circle"}


class Reader(HTMLParser):
    """Reads a page strictly: what is opened is closed, in order; collects headings, heads of tables, and addresses."""

    def __init__(self, text):
        super().__init__()
        self.open, self.headings, self.addresses, self.ids, self.labels = [], [], [], [], []
        self.tables, self.captions, self.scopes = 0, 0, 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.addresses += [value for name, value in attrs if name in ("href", "src", "srcset", "action", "data", "xlink:href")]
        self.ids += [given["id"]] if "id" in given else []
        self.labels += [given["aria-labelledby"]] if "aria-labelledby" in given else []
        self.tables += tag == "table"
        self.captions += tag == "caption"
        self.scopes += tag == "th" and "scope" in given
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert tag in VOID

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module", params=[(id, line) for id in CASES for line in ("textbook", "mla-for-everything")], ids=" ".join)
def printed(request):
    """The debrief of a play, and its page."""
    scenario = case(request.param[0])
    seed = scenario.plays[request.param[1]].seed
    play = play_out(Playthrough(scenario, seed), player(scenario, request.param[1], seed))
    found, tell = debrief(play), Telling(scenario, load_words())
    return found, play, debrief_html(found, play, tell, Imprint("x.rogatory.json", "K<7>", "practice", play.digest()))


def test_the_page_is_whole_and_needs_no_other_file(printed):
    text = printed[2]
    read = Reader(text)

    assert read.open == []
    assert read.addresses == []
    assert not re.search(r"url\(|@import|https?://", text)


def test_a_screen_reader_finds_its_way_by_headings_captions_and_heads(printed):
    read = Reader(printed[2])

    assert read.headings[0] == 1 and read.headings.count(1) == 1
    assert set(read.labels) <= set(read.ids) and len(read.ids) == len(set(read.ids))
    assert read.tables == read.captions > 4
    assert read.scopes > read.tables
    assert '<html lang="en">' in printed[2]


def test_every_point_stands_in_it_with_its_day_its_reason_and_its_source(printed):
    found, _, text = printed
    tell = Telling(case(found.scenario), load_words())
    said = " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())
    for point in found.mark.points:
        assert point.because in said
        assert tell.words.date(point.day) in said
        assert " ".join(tell.signed(point.source).split()) in said


def test_luck_is_drawn_and_said_in_words(printed):
    found, _, text = printed

    assert text.count("<circle") == len(found.luck)
    assert 'role="img" aria-label="With other luck' in text


def test_what_a_person_typed_cannot_become_a_part_of_the_page(printed):
    assert "K<7>" not in printed[2] and "K&lt;7&gt;" in printed[2]


def test_the_group_stands_in_it_where_it_is_known(printed):
    found, play, without = printed
    group = Group("practice", 5, 42.5, {"victims": 7}, 1)
    text = debrief_html(found, play, Telling(case(found.scenario), load_words()), Imprint(), group)

    assert "Median of 5 other finished plays" in text and "median 7" in text and "42.5" in text
    assert "Median of" not in without


def test_printing_twice_leaves_one_file_and_another_file_is_never_overwritten(tmp_path):
    log = tmp_path / "play.rogatory.json"
    first = write_debrief(log, "one")
    assert (write_debrief(log, "one"), first.name) == (first, "play.debrief.html")

    second = write_debrief(log, "two")
    assert (first.read_text(encoding="utf-8"), second.name) == ("one", "play-2.debrief.html")
    with pytest.raises(NotPrinted, match="exists"):
        write_debrief(log, "three", first)
    assert first.read_text(encoding="utf-8") == "one"


def test_the_command_says_where_the_page_lies_and_refuses_to_overwrite(tmp_path, capsys):
    log = tmp_path / "old.rogatory.json"
    assert run(["play", "first-contact", "--auto", "textbook", "-o", str(log)]) == 0
    capsys.readouterr()

    assert run(["debrief", str(log), "--html"]) == 0
    target = capsys.readouterr().out.strip()
    assert target == str(tmp_path / "old.debrief.html")
    (tmp_path / "mine.html").write_text("mine", encoding="utf-8")
    assert run(["debrief", str(log), "--html", "-o", str(tmp_path / "mine.html")]) == 2
    assert "another file of this name" in capsys.readouterr().err
    assert run(["debrief", str(log), "-o", str(tmp_path / "x.html")]) == 2
    assert (tmp_path / "mine.html").read_text(encoding="utf-8") == "mine"


def test_what_was_not_earned_says_how_the_item_stands_on_which_it_hangs(printed):
    found, _, text = printed
    tell = Telling(case(found.scenario), load_words())
    for point in missed_points(found):
        assert bool(stands(found, point, tell)) <= (point.criterion == "admissibility")
        assert " ".join(stands(found, point, tell).split()) in text


def test_luck_that_decided_nothing_is_said_in_one_sentence():
    play = play_out(Playthrough(case("first-contact"), 1), player(case("first-contact"), "informal-only", 1))
    said = luck_lines(debrief(play), Telling(play.scenario, load_words()))

    assert "luck decided no point here" in said[0]
    assert len(said) == 2

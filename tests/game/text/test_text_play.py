"""The text game as a person reads it: a whole case over a pipe, stops in the middle, forms, wrong answers, narrow terminals."""

import io
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from engine import Decision, Playthrough
from game import saves, session
from game.text.app import WIDTH, TextGame
from game.words import MONTHS, WEEKDAYS, load_words
from tests.conftest import ROOT, case
from tests.game.text.trainee import Lines, Trainee, play, played

RESUME = re.compile(r"^\S+ -m game play --text --resume (\S+)$", re.MULTILINE)
WEEKDAY = re.compile(r"(\w{3}) (\d{1,2}) (\w{3}) (\d{4})")
TO_THE_FORM = ("d", "1", "1", "w", "2", "s", "2", "n", "10")
"""From the briefing to the form of a letter to Montenegro, on the second day, in the prosecutor's seat."""


def sitting(tmp_path, mode="practice"):
    """A new sitting of the tutorial with a log."""
    return session.begin(case("first-contact"), 2, tmp_path, mode=mode)


def piped(tmp_path, lines, *words):
    """The command line with lines typed over a pipe."""
    command = [sys.executable, "-m", "game", "play", *words, "--text", "--saves", str(tmp_path)]
    return subprocess.run(command, input="".join(f"{line}\n" for line in lines), capture_output=True, encoding="utf-8",
                          cwd=ROOT, timeout=60)  # fmt: skip


def rows_of(path):
    """The decisions of a log, without the real time and the chain that hangs on it."""
    keep = ("n", "day", "seat", "act", "on", "terms", "rationale", "digest")
    return [{key: row[key] for key in keep} for row in saves.read_log(Path(path)).rows]


def too_long(printed, width):
    """The lines that do not fit; the command to go on is one line, to be copied."""
    return [line for line in printed.splitlines() if len(line) > width and not RESUME.match(line)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The tutorial from the briefing to the debrief: what was printed, what was typed, the log."""
    folder = tmp_path_factory.mktemp("whole")
    begun = sitting(folder)
    path = begun.log.path
    printed, typed = played(begun)
    begun.close()
    return printed, typed, path


def test_a_case_can_be_played_from_the_briefing_to_the_debrief_by_reading_it(whole):
    printed, _, path = whole
    in_order = [
        "The number that ends in 47", "After this case you can:", "Countries that can be asked: Montenegro",
        "Day 0 of 60, Mon 4 Mar 2024", "1. The corridor", "He names Besnik unasked.", "- Arbër has a safe place and time",
        "It is Tue 5 Mar 2024. Stopped for:", "- To decide: Across the lake", "- Something waits for another seat: Prosecutor",
        "Decided. What comes of it will show in the days ahead.", "3. Prosecutor: 2 to decide; change seat", "Under way (1):",
        "asked, with their contact point; usual end of this stage: Wed 6 Mar 2024",
        "- Support organisation, Ulcinj: Besnik has called the number.", "- The play is over: A case for the autumn",
        "Debrief: The number that ends in 47", "Score 100 of 100:", "Lawfulness; 15 of 15", "This play is kept in",
    ]  # fmt: skip
    places = [printed.find(line) for line in in_order]
    assert -1 not in places, in_order[places.index(-1)]
    assert places == sorted(places)
    assert session.verify(path).row is None


def test_over_a_pipe_the_same_lines_are_printed_and_the_same_log_is_written(whole, tmp_path):
    printed, typed, path = whole
    done = piped(tmp_path, typed, "first-contact", "--seed", "2")
    (log,) = tmp_path.glob("*.rogatory.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout.replace("\n", " ").split(" This play is kept")[0]
        == printed.replace("\n", " ").split(" This play is kept")[0]
    )
    assert rows_of(log) == rows_of(path)


def test_the_text_log_is_the_log_of_the_same_decisions_otherwise_taken(whole, tmp_path):
    _, _, path = whole
    with session.sitting(sitting(tmp_path)) as other:
        for row in saves.read_log(path).rows:
            other.decide(session.decision_of(row))
        kept = other.log.path
    assert rows_of(kept) == rows_of(path)


def test_no_line_is_longer_than_the_page(whole):
    assert too_long(whole[0], WIDTH) == []


def test_every_date_has_its_weekday(whole):
    shown = {found.groups() for found in WEEKDAY.finditer(whole[0])}
    assert shown
    for weekday, day, month, year in shown:
        assert weekday == WEEKDAYS[date(int(year), MONTHS.index(month) + 1, int(day)).weekday()]


@pytest.mark.parametrize("typed", [0, 1, 3, 4, 9, 20, 40])
def test_the_end_of_input_anywhere_saves_and_says_where(whole, tmp_path, typed):
    done = piped(tmp_path, whole[1][:typed], "first-contact", "--seed", "2")
    path = RESUME.search(done.stdout)[1]
    taken = len(rows_of(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert rows_of(path) == rows_of(whole[2])[:taken]
    assert "The input has ended." in done.stdout


def test_a_resumed_play_goes_on_at_the_desk(whole, tmp_path):
    done = piped(tmp_path, whole[1][:4], "first-contact", "--seed", "2")
    again = piped(tmp_path, ["q"], "--resume", RESUME.search(done.stdout)[1])
    assert again.stdout.splitlines()[1:4] == ["The number that ends in 47", "-" * 26, "Day 0 of 60, Mon 4 Mar 2024"]


def test_an_interrupt_saves_and_says_where(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines("d", "1", "1", end=KeyboardInterrupt()))
    assert "You have stopped the game." in printed
    assert [row["on"] for row in rows_of(RESUME.search(printed)[1])] == [["corridor", "safety"]]


def test_an_interrupt_in_a_form_sends_nothing(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines(*TO_THE_FORM, "1", end=KeyboardInterrupt()))
    assert "Fill in heading by heading." in printed
    assert [row["act"] for row in rows_of(RESUME.search(printed)[1])] == ["choose", "wait"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("7", "There is no number 7 here; there is only 1. Type it, a letter, or ? for help."),
        ("0x", '"0x" is not understood here. Type one of the numbers or letters above, or ? for help.'),
        ("-1", "There is no number -1 here; there is only 1. Type it, a letter, or ? for help."),
        ("²", '"²" is not understood here. Type one of the numbers or letters above, or ? for help.'),
    ],
)
def test_what_leads_nowhere_is_answered_kindly(tmp_path, typed, answer):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines("d", typed))
    assert answer in printed


def test_enter_alone_reads_the_page_again(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines("d", ""))
    assert printed.count("Day 0 of 60, Mon 4 Mar 2024") == 2


@pytest.mark.parametrize("letter", list("ifrlcknwsbh?"))
def test_every_page_can_be_left_by_back(tmp_path, letter):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines("d", letter, "back"))
    assert printed.count("Day 0 of 60, Mon 4 Mar 2024") == 2


def test_help_says_what_can_be_done_and_what_the_signs_mean(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines("?"))
    for words in (
        "Letters that work on every page",
        "Signs: ! a warning",
        "When nothing is left to do today, wait (w)",
    ):
        assert words in printed


def test_a_choice_of_another_seat_says_whose_it_is(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines("d", "1", "1", "w", "2", "2", "2"))
    assert " ".join(printed.split()).count("This is an act of another seat: Prosecutor.") == 2
    assert "4. Change seat: Prosecutor" in printed


def test_a_form_explains_itself_and_can_be_put_aside(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines(*TO_THE_FORM, "?", "99", "back"))
        assert [d.act for d in begun.play.decisions] == ["choose", "wait"]
    assert printed.count("Enter keeps what is there") == 2
    assert "Please type numbers from 1 to 3, or Enter to keep what is there" in printed
    assert "The paper is put aside; nothing was sent." in printed


def test_a_form_that_cannot_be_sent_says_why_and_keeps_what_was_filled_in(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        count = len(next(c for c in begun.play.choices("prosecutor") if c.decision.on[0] == "mla").terms)
        printed = play(begun, Lines(*TO_THE_FORM, *[""] * count, "1", "", "1", "1", "1", "", "2", "1", "1", "because"))
        last = begun.play.decisions[-1]
        asked = begun.play.view("prosecutor").requests[-1].about
    assert "This has to be filled in first: What is asked for." in printed
    assert "This has to be filled in first: Legal basis." in printed
    assert (last.on, asked, last.rationale) == (("mla", "ME"), ("E3",), "because")


@pytest.mark.parametrize(("mode", "shown"), [("practice", True), ("assessed", False)])
def test_only_practice_shows_the_checklist(tmp_path, mode, shown):
    with session.sitting(sitting(tmp_path, mode)) as begun:
        count = len(next(c for c in begun.play.choices("prosecutor") if c.decision.on[0] == "mla").terms)
        printed = play(begun, Lines(*TO_THE_FORM, *[""] * count))
    before = printed[printed.index("Before you send:") :]
    assert ("[ ] Basis in force for both: missing [ETS30 art. 1" in before) is shown
    assert ("In an assessed play the checklist is not shown." in before) is not shown
    assert "Expected: " in before


def test_languages_treaties_and_papers_have_names_in_a_form(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        count = len(next(c for c in begun.play.choices("prosecutor") if c.decision.on[0] == "mla").terms)
        printed = play(begun, Lines(*TO_THE_FORM, *[""] * count))
    form = printed[printed.index("Fill in heading") :]
    assert "Montenegrin" in form
    assert "national law or reciprocity" in form
    assert not re.search(r"\bcnr\b|national-law|\barts\.", form)


class Terminal(io.StringIO):
    """A screen somebody sits in front of."""

    def isatty(self):
        return True


@pytest.mark.parametrize("columns", [50, 72, 200])
def test_long_texts_wrap_at_the_width_of_the_terminal(first_contact, monkeypatch, columns):
    monkeypatch.setitem(os.environ, "COLUMNS", str(columns))
    begun, screen = session.begin(first_contact, 2, None), Terminal()
    trainee = Trainee(screen, ("The corridor", "Ask only what is urgent"))
    trainee.answer = lambda page, answer=trainee.answer: answer(page) if len(trainee.typed) < 12 else "q"
    TextGame(begun, load_words(), source=trainee, sink=screen).run()
    assert begun.play.decisions
    assert too_long(screen.getvalue(), min(columns, WIDTH)) == []


def test_nothing_is_told_by_colour_or_by_moving_the_cursor(whole):
    assert "\x1b" not in whole[0]
    assert "\r" not in whole[0]


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (
            "1",
            [
                "+8 Victims: Arbër had a safe bed on the first day. (Mon 4 Mar 2024, after decision 1: Ask only what is",
                "[CETS197 art. 12",
            ],
        ),
        ("2", ["Instead: Send him home to rest", "points fewer; ending: Less than what happened"]),
        ("3", ["With other luck (40 seeds) the same decisions", "This play scored 100"]),
        ("4", ["Identification and help do not wait for a statement. [CETS197 art. 12(6)"]),
        ("5", ["E3 Traffic and subscriber records of the number ending in 47: would be admitted"]),
        ("6", ["Albania, hours of home search: a home search may not start before 07:00"]),
        ("7", ["Mon 4 Mar 2024: Decided: The corridor: Ask only what is urgent", "Sat 9 Mar 2024: Montenegro opens"]),
        ("8", ["Every point:", "Timeline:"]),
    ],
)
def test_the_debrief_is_read_part_by_part(whole, number, lines):
    with session.sitting(session.resume(whole[2])) as over:
        printed = play(over, Lines(number, "back"))
    flat = " ".join(printed.split())
    assert all(" ".join(line.split()) in flat for line in lines), printed
    assert printed.count("Score 100 of 100:") == (3 if number == "8" else 2)
    assert too_long(printed, WIDTH) == []


def test_the_summary_of_the_debrief_fits_on_two_screens(whole):
    with session.sitting(session.resume(whole[2])) as over:
        printed = play(over, Lines())
    assert len(printed.splitlines()) < 48


def test_a_log_played_again_is_the_same_play(whole):
    rows = saves.read_log(whole[2])
    again = Playthrough(case("first-contact"), 2)
    for row in rows.rows:
        again.decide(session.decision_of(row))
    assert again.digest() == rows.rows[-1]["digest"]


def test_a_wait_beyond_the_last_day_of_something_is_asked_about_once(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines("d", "1", "1", "w", "4", "w", "7", "2024-03-20", "2", "w", "7", "2024-03-20"))
        day = begun.play.today
    assert printed.count("! E4 Camera of the bus terminal in Ulcinj, evening of 1 March 2024: gone after Fri 15 Mar 2024") == 1
    assert printed.count("Wait all the same?") == 1
    assert day > begun.play.scenario.start


def test_a_day_can_be_typed_and_what_is_no_day_ahead_is_asked_again(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines("d", "1", "1", "w", "7", "soon", "2024-03-01", "2024-03-05"))
        assert begun.play.decisions[-1].terms == {"until": "2024-03-05"}
    assert printed.count("is no day between tomorrow and Fri 3 May 2024.") == 2


def test_after_a_long_wait_each_thing_that_followed_has_its_day(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        game = TextGame(begun, load_words(), source=Lines(), sink=io.StringIO())
        begun.decide(Decision("investigator", "choose", ("corridor", "safety")))
        before = len(begun.play.outcomes)
        begun.decide(Decision("investigator", "wait", (), {"until": "day"}))
        begun.decide(Decision("investigator", "wait", (), {"until": "day"}))
        game.news(Decision("investigator", "wait", (), {"until": "2024-03-06"}), before)
    printed = game.out.sink.getvalue()
    assert "It is Wed 6 Mar 2024. Since then:" in printed
    assert "- Tue 5 Mar: To decide: Across the lake" in printed


def test_a_resumed_play_sits_down_where_it_was_left(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        begun.decide(Decision("investigator", "choose", ("corridor", "safety")))
        begun.decide(Decision("prosecutor", "wait", (), {"until": "day"}))
        path = begun.log.path
    with session.sitting(session.resume(path)) as again:
        assert TextGame(again, load_words()).seat == "prosecutor"


def test_each_heading_of_a_form_is_explained_by_its_rule(tmp_path):
    with session.sitting(sitting(tmp_path)) as begun:
        printed = play(begun, Lines(*TO_THE_FORM, "?", "1", "?", end=KeyboardInterrupt()))
    form = " ".join(printed[printed.index("Fill in heading") :].split())
    assert "What the paper asks for." in form
    assert "The treaty or order the paper rests on." in form
    assert re.search(r"\[ETS30 art\. 1\b", form)

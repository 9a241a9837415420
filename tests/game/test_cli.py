"""The command line: what it answers, and how it says no. One line, a near match, an exit code; never a traceback."""

import json
import os
import subprocess
import sys
from argparse import ArgumentParser

import pytest

from game.cli import COMMANDS, command_of, plain_letters, run
from game.commands.line import parser
from tests.conftest import CASES, ROOT

FINE, FINDINGS, USAGE = 0, 1, 2
NOWHERE = {"SDL_VIDEODRIVER": None, "DISPLAY": None, "WAYLAND_DISPLAY": None}
"""A machine without a display."""


def rogatory(*words, env=None, typed="", before="pass", encoding="utf-8"):
    """The command as a process, from the project's folder: what somebody at a terminal gets."""
    around = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(env or {})}
    start = [sys.executable, "-c", f"import sys; {before}; from game.cli import run; sys.exit(run(sys.argv[1:]))"]
    return subprocess.run([*start, *map(str, words)], input=typed, capture_output=True, encoding=encoding, timeout=120, cwd=ROOT,
                          env={name: value for name, value in around.items() if value is not None})  # fmt: skip


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    """The log of a finished play."""
    path = tmp_path_factory.mktemp("played") / "textbook.rogatory.json"
    assert run(["play", "first-contact", "--auto", "textbook", "-o", str(path)]) == FINE
    return path


@pytest.fixture
def answer(capsys):
    """Run a command; answers what it printed as values, after asserting that it is fine."""

    def ask(*words):
        capsys.readouterr()
        assert run([*map(str, words), "--json"]) == FINE
        return json.loads(capsys.readouterr().out)

    return ask


def changed(log, folder, change):
    """A copy of a log with its tables changed by hand."""
    tables = json.loads(log.read_text(encoding="utf-8"))
    change(tables)
    path = folder / "changed.rogatory.json"
    path.write_text(json.dumps(tables), encoding="utf-8")
    return path


# -- wrong words --------------------------------------------------------------------------------------------------------

WRONG = {
    "a command": (["lst"], "did you mean 'list'?"),
    "an option": (["play", "first-contact", "--sed", "3"], "did you mean '--seed'?"),
    "a word too many": (["list", "cases"], "unrecognized arguments: cases"),
    "a word too few": (["law", "ME", "--for", "mla", "--on", "2009-10-01"], "required: TO"),
    "a case": (["play", "firstcontact", "--text"], "did you mean 'first-contact'?"),
    "a case for the window": (["play", "firstcontact"], "did you mean 'first-contact'?"),
    "no case at all": (["play", "--text"], "which case? one of: budva-2009"),
    "a bot": (["play", "first-contact", "--auto", "textbok"], "did you mean 'textbook'?"),
    "a mode": (["play", "first-contact", "--mode", "assesed"], "did you mean 'assessed'?"),
    "a seat": (["play", "first-contact", "--text", "--seats", "investigator,prosecuter"], "did you mean 'prosecutor'?"),
    "a seed": (["play", "first-contact", "--seed", "lucky"], "--seed"),
    "two ways to begin": (["play", "--auto", "textbook", "--resume", "x.rogatory.json"], "choose one"),
    "a log for the window": (["play", "first-contact", "-o", "x.rogatory.json"], "--output goes with --text or --auto"),
    "a country by three letters": (["law", "ME", "SRB", "--for", "mla", "--on", "2009-10-01"], "did you mean 'RS' (Serbia)?"),
    "a country by name": (["country", "Bosnia"], "did you mean 'BA' (Bosnia and Herzegovina)?"),
    "a country of another sign": (["country", "HRV"], "did you mean 'HR' (Croatia)?"),
    "a country nobody has": (["country", "QQ"], "known: AL, AT, BA"),
    "a law pack": (["country", "XU", "--pack", "invnted"], "did you mean 'invented'?"),
    "a law pack to check": (["check", "--pack", "lore"], "there is no law pack 'lore'"),
    "an invented country in the real world": (["law", "ME", "XU", "--for", "mla", "--on", "2024-03-04"], "there is no country 'XU'"),
    "a real country in an invented one": (["country", "ME", "--pack", "invented"], "there is no country 'ME'"),
    "one country twice": (["law", "ME", "me", "--for", "mla", "--on", "2009-10-01"], "name two countries"),
    "a purpose": (["law", "ME", "RS", "--for", "mlaa", "--on", "2009-10-01"], "did you mean 'mla'?"),
    "a day as people write it": (["law", "ME", "RS", "--for", "mla", "--on", "1.10.2009"], "did you mean '2009-10-01'?"),
    "a day there is not": (["country", "BA", "--on", "2009-02-30"], "write days as year-month-day"),
    "a log": (["replay", "no-such.rogatory.json"], "there is no log 'no-such.rogatory.json'"),
    "a folder for a log": (["debrief", "tests"], "is a folder; name the logs in it"),
    "a step before the first": (["replay", "x", "--upto", "-1"], "--upto"),
    "a screen": (["screenshot", "dsk", "-o", "x.png"], "did you mean 'desk'?"),
    "a kind of picture": (["screenshot", "desk", "-o", "x.gif"], "let it end in .png"),
    "a folder for a picture": (["screenshot", "desk", "-o", "no-such-folder/x.png"], "there is no such folder"),
    "a size": (["screenshot", "desk", "-o", "x.png", "--size", "0x0"], "write it like 1366x768"),
    "a line that led there": (["screenshot", "desk", "-o", "x.png", "--play", "textbok"], "did you mean 'textbook'?"),
    "a language": (["list", "--lang", "xx"], "there are no words in 'xx'"),
    "a folder of scenarios": (["list", "--scenarios", "no-such-folder"], "there is no folder of scenarios 'no-such-folder'"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "says"), WRONG.values(), ids=WRONG)
def test_wrong_words_get_one_line_and_a_near_match(words, says, capsys):
    assert run(words) == USAGE

    printed = capsys.readouterr()
    assert says in printed.err
    assert printed.err.count("\n") == 1 and printed.out == ""


def test_a_log_of_nearly_this_name_is_offered(log, capsys):
    assert run(["verify", str(log.with_name("textbok.rogatory.json"))]) == USAGE
    assert "did you mean 'textbook.rogatory.json'?" in capsys.readouterr().err


def test_a_log_that_cannot_be_written_is_said_before_the_play_begins(tmp_path, capsys):
    taken = tmp_path / "taken"
    taken.write_text("a file of somebody else")
    for where in (["-o", taken], ["-o", taken / "x.rogatory.json"], ["--saves", taken / "saves"]):
        assert run(["play", "first-contact", "--auto", "textbook", *map(str, where)]) == USAGE
        said = capsys.readouterr().err
        assert said.startswith("no log can be written to") and "--saves or -o" in said
    assert taken.read_text() == "a file of somebody else"


# -- help ---------------------------------------------------------------------------------------------------------------


def test_every_command_of_the_line_is_carried_out_by_something_that_says_what_it_answers():
    offered = next(action.choices for action in parser()._actions if isinstance(action.choices, dict))

    assert set(offered) == set(COMMANDS) - {"window"}
    assert all(command_of(name).__doc__ for name in COMMANDS)


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"window"}))
def test_every_command_explains_itself_with_an_example_that_it_understands(command, capsys):
    assert run([command, "--help"]) == FINE
    printed = capsys.readouterr().out

    examples = [line.split()[1:] for line in printed.splitlines() if line.startswith(f"  rogatory {command}")]
    assert examples and all(parser().parse_args(words).command == command for words in examples)
    assert "--scenarios DIR" in printed and "--saves DIR" in printed


def test_the_list_of_commands_names_the_exit_codes(capsys):
    assert run(["--help"]) == FINE
    assert "exit codes: 0 fine; 1 something was found; 2 wrong use" in " ".join(capsys.readouterr().out.split())


def test_the_folders_may_stand_before_and_after_the_command():
    line: ArgumentParser = parser()
    for words in (["--scenarios", "a", "--saves", "b", "list"], ["list", "--scenarios", "a", "--saves", "b"]):
        args = line.parse_args(words)
        assert (args.scenarios, args.saves) == ("a", "b")


# -- answers for programs -----------------------------------------------------------------------------------------------


def test_list_tells_the_cases(answer):
    cases = answer("list")
    assert [case["id"] for case in cases] == CASES
    assert all(case["title"] and len(case["home"]) == 2 for case in cases)


def test_law_tells_what_binds_and_what_almost_does(answer):
    found = answer("law", "me", "RS", "--for", "mla", "--on", "2009-10-01")
    assert (found["requesting"], found["requested"], found["purpose"], found["on"]) == ("ME", "RS", "mla", "2009-10-01")
    first = next(basis for basis in found["bases"] if basis["treaty"] == "ETS30")
    assert first["in_force"] == {"ME": "2006-06-06", "RS": "2002-12-29"}
    assert first["articles"] and first["confidence"] in ("sourced", "known")
    assert found["almost"] and all({"treaty", "why", "who", "from"} <= set(near) for near in found["almost"])


def test_law_and_country_tell_the_law_of_a_pack_that_is_named(answer):
    found = answer("law", "xu", "XM", "--for", "extradition", "--on", "2024-03-04", "--pack", "invented")
    assert found["bases"][0]["treaty"] == "XU-XM-2005"
    assert {basis["confidence"] for basis in found["bases"]} == {"invented"}
    assert len(found["footnotes"]) == 1
    assert answer("country", "XF", "--pack", "invented")["name"].startswith("Farshore")


def test_list_says_on_which_law_a_case_stands(answer):
    assert {case["id"]: (case["law"], case["invented"]) for case in answer("list")} == dict.fromkeys(CASES, ("law", False))


def test_the_debrief_gives_every_point_its_day_its_decision_and_its_source(log, answer):
    found = answer("debrief", log)
    assert (found["scenario"], found["seed"], found["ending"], found["score"]) == ("first-contact", 2, "strong", 100)
    assert len(found["criteria"]) == 6 and sum(each["weight"] for each in found["criteria"]) == 100
    assert sum(each["points"] for each in found["criteria"]) == found["score"]
    assert found["points"] and all({"day", "decision", "criterion", "points", "reason", "source"} <= set(p) for p in found["points"])
    assert isinstance(found["regrets"], list)


def test_a_play_by_itself_tells_what_its_log_proves(tmp_path, answer):
    path = tmp_path / "lazy.rogatory.json"
    told = answer("play", "first-contact", "--auto", "textbook", "--seed", "5", "-o", path)
    [proof] = answer("verify", path)
    steps = answer("replay", path)
    assert (proof["ok"], proof["score"]) == (True, told["score"])
    assert len(steps) == told["decisions"] and steps[-1]["digest"] == told["digest"]
    assert len(answer("replay", path, "--upto", "3")) == 3


def test_a_log_may_be_named_without_its_folder(log, answer):
    [proof] = answer("verify", "textbook", "--saves", log.parent)
    assert proof["ok"] and proof["log"] == str(log)


def test_seats_are_kept_in_the_log(tmp_path, capsys):
    path = tmp_path / "team.rogatory.json"
    assert run(["play", "first-contact", "--auto", "textbook", "--seats", "prosecutor", "-o", str(path)]) == FINE
    assert json.loads(path.read_text(encoding="utf-8"))["header"]["1"]["seats"] == ["prosecutor"]


# -- logs that do not hold ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("change", "row"), [
    (lambda tables: tables["decisions"]["7"].update(rationale="because"), 7),
    (lambda tables: tables["decisions"].pop("20"), 20),
    (lambda tables: tables["decisions"].pop("26"), 26),
    (lambda tables: tables["result"]["1"].update(score=99), 27),
    (lambda tables: tables["header"]["1"].update(seed=3), 0),
    (lambda tables: tables["header"]["1"].update(content="bm90"), 0),
], ids=["edited", "cut out", "cut off", "a better score", "other luck", "no content"])  # fmt: skip
def test_every_command_names_the_first_row_that_does_not_hold(log, tmp_path, capsys, change, row):
    path = str(changed(log, tmp_path, change))
    for words in (["verify", path], ["replay", path], ["debrief", path], ["play", "--text", "--resume", path]):
        assert run(words) == FINDINGS
        printed = capsys.readouterr()
        assert f"row {row} does not hold" in printed.out + printed.err
        if words[0] == "replay":
            assert len([line for line in printed.out.splitlines() if line[:1].isdigit()]) == max(0, row - 1)


def test_a_file_that_is_no_log_is_left_alone(tmp_path, capsys):
    path = tmp_path / "letter.rogatory.json"
    for content in (b"", b"Dear colleague,", b'{"header": {'):
        path.write_bytes(content)
        for words in (["verify", path], ["replay", path], ["debrief", path]):
            assert run([*map(str, words)]) == FINDINGS
            assert str(path) in "".join(capsys.readouterr())
        assert path.read_bytes() == content


# -- the machine --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [[], ["play", "first-contact"]], ids=["the picker", "a case"])
@pytest.mark.parametrize("display", [None, ":77"], ids=["none", "one that does not answer"])
def test_without_a_display_the_text_game_is_offered(words, display):
    done = rogatory(*words, env={**NOWHERE, "SDL_AUDIODRIVER": None, "DISPLAY": display})
    assert done.returncode == USAGE and done.stdout == ""
    assert "no display" in done.stderr and "--text" in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_pygame_the_text_game_is_offered():
    done = rogatory("play", "first-contact", before="sys.modules['pygame'] = None")
    assert done.returncode == USAGE and done.stdout == ""
    assert "pip install pygame-ce" in done.stderr and "--text" in done.stderr
    assert done.stderr.count("\n") == 2


def test_text_needs_no_display_and_no_pygame(tmp_path):
    path = tmp_path / "typed.rogatory.json"
    done = rogatory("play", "first-contact", "--text", "-o", path, typed="1\n1\n", env=NOWHERE, before="sys.modules['pygame'] = None")
    assert done.returncode == FINE and done.stderr == ""
    assert str(path) in done.stdout and path.is_file()


@pytest.mark.parametrize("words", [["list"], ["--help"], ["law", "ME", "RS", "--for", "mla", "--on", "2009-10-01"]], ids=lambda w: w[0])
def test_a_reader_that_goes_away_is_no_mistake(words):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run([sys.executable, "-m", "game", *words], stdout=writer, stderr=subprocess.PIPE, text=True, cwd=ROOT, timeout=60)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (FINE, "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_lacks_letters_shows_plain_ones(log, encoding):
    said = rogatory("replay", log, env={"PYTHONIOENCODING": encoding}, encoding=encoding)
    assert said.returncode == FINE and said.stderr == ""
    assert ("Arber" if encoding == "ascii" else "Arbër") in said.stdout
    values = rogatory("replay", log, "--json", env={"PYTHONIOENCODING": encoding}, encoding=encoding)
    assert "Arbër" in json.dumps(json.loads(values.stdout), ensure_ascii=False)


@pytest.mark.skipif(os.name == "nt", reason="a shell of the other kind closes no streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-"], ids=["keyboard", "screen"])
def test_a_closed_stream_ends_the_sitting_and_keeps_the_log(tmp_path, closed):
    path = tmp_path / "closed.rogatory.json"
    line = f'exec "$0" -m game play first-contact --text -o "$1" </dev/null {closed}'
    done = subprocess.run(["sh", "-c", line, sys.executable, str(path)], capture_output=True, encoding="utf-8", cwd=ROOT, timeout=60)
    assert (done.returncode, done.stderr) == (FINE, "")
    assert run(["verify", str(path)]) == FINE


def test_a_table_that_holds_one_seat_goes_on_at_that_seat(tmp_path):
    path = tmp_path / "team.rogatory.json"
    words = ("play", "--text", "first-contact", "--seats", "prosecutor", "--seed", "1", "-o", path)
    began = rogatory(*words, typed="d\n").stdout.rpartition("Your choice")[0]
    again = rogatory("play", "--text", "--resume", path, typed="d\n").stdout
    assert "Prosecutor" in began and "Prosecutor" in again


def test_a_machine_without_a_language_plays_too(tmp_path):
    bare = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = rogatory("play", "first-contact", "--text", "-o", tmp_path / "bare.rogatory.json", typed="1\n\x7f\n1\n", env=bare)
    assert done.returncode == FINE and done.stderr == "" and "Arber" in done.stdout


@pytest.mark.parametrize(("letter", "plain"), [("š", "s"), ("Đ", "D"), ("ı", "i"), ("…", "..."), ("Ж", "?")])
def test_a_letter_has_a_plain_form(letter, plain):
    assert plain_letters(UnicodeEncodeError("ascii", letter, 0, 1, "")) == (plain, 1)


def test_the_same_play_is_the_same_in_every_process(log, tmp_path):
    digests = set()
    for seed in ("0", "1", "4242"):
        path = tmp_path / f"{seed}.rogatory.json"
        done = rogatory("play", "first-contact", "--auto", "textbook", "--json", "-o", path, env={"PYTHONHASHSEED": seed})
        digests.add(json.loads(done.stdout)["digest"])
    rows = json.loads(log.read_text(encoding="utf-8"))["decisions"]
    assert digests == {rows[str(len(rows))]["digest"]}

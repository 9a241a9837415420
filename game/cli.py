"""The command line: parses words, calls, prints. The only module that knows the window and the text mode, importing late."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from engine import BOTS, VERSION, Scenario, Unreadable, load_scenario
from game import places, saves
from game.words import load_words

FINE, FINDINGS, USAGE = 0, 1, 2
PURPOSES = ("mla", "extradition", "jit", "preservation", "police", "transfer", "spontaneous", "victim")


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    root = argparse.ArgumentParser(
        prog="rogatory", description="Cross-border investigations, played. Without a command: the window."
    )
    root.add_argument("--version", action="version", version=f"rogatory {VERSION}")
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--scenarios", metavar="DIR", help="folder of scenarios (default: those that come with the game)"
    )
    common.add_argument(
        "--saves", metavar="DIR", help="folder for logs (default: saves/ of a checkout, else the user's data folder)"
    )
    common.add_argument("--json", action="store_true", help="machine-readable output")
    common.add_argument("--lang", default="en", help="language of the words (default: en)")

    play = commands.add_parser("play", parents=[common], help="play a case, in the window or as text")
    play.add_argument("scenario", nargs="?", help="id of the case; without it, the window opens at the picker")
    play.add_argument(
        "--seed", type=int, default=None, help="the luck of the play: the same seed gives a group the same luck"
    )
    play.add_argument("--text", action="store_true", help="play on the terminal, in plain lines")
    play.add_argument(
        "--mode", choices=("practice", "assessed"), default="practice", help="assessed hides the checklist's hints"
    )
    play.add_argument("--player", default="", metavar="CODE", help="a code for the player (no names)")
    play.add_argument("--resume", metavar="LOG", help="go on with a saved play")
    play.add_argument("--auto", metavar="NAME", help=f"let a written line or a bot play: {', '.join(BOTS)}")
    play.add_argument("-o", "--output", metavar="LOG", help="where to write the log")

    commands.add_parser("list", parents=[common], help="the cases, with home, countries, length, level")
    law = commands.add_parser("law", parents=[common], help="the legal bases between two countries on a day")
    law.add_argument("requesting", metavar="FROM")
    law.add_argument("requested", metavar="TO")
    law.add_argument("--for", dest="purpose", choices=PURPOSES, required=True)
    law.add_argument("--on", dest="day", required=True, metavar="DATE", help="year-month-day")
    country = commands.add_parser("country", parents=[common], help="a country's rules on a day")
    country.add_argument("country", metavar="XX")
    country.add_argument(
        "--on", dest="day", default=None, metavar="DATE", help="year-month-day (default: the day the pack was checked)"
    )
    check = commands.add_parser("check", parents=[common], help="every mistake in scenarios, law files and logs")
    check.add_argument(
        "paths", nargs="*", metavar="PATH", help="a file, a scenario folder or a folder of them (default: all)"
    )
    replay = commands.add_parser("replay", parents=[common], help="step through a log")
    replay.add_argument("log")
    replay.add_argument("--upto", type=int, default=None, metavar="N", help="stop after decision N")
    verify = commands.add_parser("verify", parents=[common], help="prove logs by playing them again")
    verify.add_argument("logs", nargs="+", metavar="LOG")
    debrief = commands.add_parser("debrief", parents=[common], help="the debrief of a log")
    debrief.add_argument("log")
    debrief.add_argument("--no-what-ifs", action="store_true", help="leave out what else could have been")
    shot = commands.add_parser("screenshot", parents=[common], help="any screen as a picture, without a display")
    shot.add_argument("screen")
    shot.add_argument("-o", "--output", required=True, metavar="PNG")
    shot.add_argument("--scenario", default="first-contact")
    shot.add_argument("--play", default="textbook", metavar="NAME", help="the line of play that led there")
    shot.add_argument(
        "--day", type=int, default=None, metavar="N", help="calendar days after the start (default: a telling day)"
    )
    shot.add_argument("--seed", type=int, default=None)
    shot.add_argument("--size", default="1366x768", metavar="WxH")
    shot.add_argument("--scale", type=int, default=100, metavar="PERCENT")
    shot.add_argument("--theme", choices=("paper", "contrast"), default="paper")
    return root


def run(words: Sequence[str]) -> int:
    """Run one command; answers the exit code."""
    try:
        args = parser().parse_args(list(words))
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return COMMANDS[args.command or "window"](args)
    except Unreadable as error:
        return report_errors(error, getattr(args, "json", False))
    except saves.BadLog as error:
        say_error(load_words()(error.key, path=error.path, why=error.why))
        return FINDINGS
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return FINE


def say_error(text: str) -> None:
    """A line on the error stream."""
    print(text, file=sys.stderr)


def report_errors(error: Unreadable, as_json: bool) -> int:
    """Every mistake, one a line."""
    if as_json:
        print(json.dumps([error_values(each) for each in error.errors], ensure_ascii=False, indent=2))
    else:
        for each in error.errors:
            say_error(str(each))
    return FINDINGS


def error_values(each: Any) -> dict[str, Any]:
    """A mistake as plain values."""
    return {
        name: getattr(each, name) for name in ("file", "line", "column", "where", "problem", "fix", "level", "code")
    }


def show(values: Any) -> None:
    """Plain values as JSON."""
    print(json.dumps(values, ensure_ascii=False, indent=2))


def day_of(text: str) -> date | None:
    """A date from the command line; None and a message when there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        say_error(f"there is no day {text!r}; write dates as year-month-day, such as 2024-02-29")
        return None


# -- commands ---------------------------------------------------------------------------------------------------------


def window(args: argparse.Namespace) -> int:
    """The window at the picker."""
    return open_window(args, None)


def open_window(args: argparse.Namespace, scenario: str | None) -> int:
    """The window; without a display, an explanation and the text mode's command."""
    if not display_there():
        words = load_words(getattr(args, "lang", "en"))
        say_error(words("window.no_display"))
        return USAGE
    from game.window.app import play_window

    return play_window(places.scenarios_folder(getattr(args, "scenarios", None)), places.saves_folder(getattr(args, "saves", None)),
                       scenario=scenario, seed=getattr(args, "seed", None), mode=getattr(args, "mode", "practice"),
                       player=getattr(args, "player", ""), resume=getattr(args, "resume", None))  # fmt: skip


def display_there() -> bool:
    """Is there a screen to open a window on?"""
    if os.environ.get("SDL_VIDEODRIVER"):
        return True
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def play(args: argparse.Namespace) -> int:
    """Play a case."""
    if args.auto:
        return play_auto(args)
    if not args.text:
        return open_window(args, args.scenario)
    return play_text(args)


def scenario_named(args: argparse.Namespace) -> Scenario | None:
    """The scenario of the command line; None and a message with near matches when there is none."""
    folder = places.scenarios_folder(args.scenarios)
    known = places.scenario_ids(folder)
    if args.scenario not in known:
        from difflib import get_close_matches

        close = get_close_matches(args.scenario or "", known, 1)
        hint = f"; did you mean {close[0]!r}?" if close else f"; known: {', '.join(known) or 'none'}"
        say_error(f"there is no case {args.scenario!r} in {folder}{hint}")
        return None
    return load_scenario(folder, args.scenario)


def play_text(args: argparse.Namespace) -> int:
    """Play on the terminal."""
    from game.session import begin, resume, sitting
    from game.text.app import TextGame

    if args.resume:
        session = resume(Path(args.resume))
    else:
        scenario = scenario_named(args)
        if scenario is None:
            return USAGE
        target = Path(args.output) if args.output else None
        session = begin(
            scenario, seed_of(args), places.saves_folder(args.saves), mode=args.mode, player=args.player, path=target
        )
    with sitting(session):
        TextGame(session, load_words(args.lang)).run()
    return FINE


def seed_of(args: argparse.Namespace) -> int:
    """The seed asked for, or one drawn from the system for this sitting."""
    return args.seed if args.seed is not None else int.from_bytes(os.urandom(3), "big")


def play_auto(args: argparse.Namespace) -> int:
    """Let a written line or a bot play."""
    from engine import Decision, Refused, player
    from game.session import begin, sitting

    scenario = scenario_named(args)
    if scenario is None:
        return USAGE
    written = scenario.plays.get(args.auto)
    seed = args.seed if args.seed is not None else (written.seed if written else 1)
    who = player(scenario, args.auto, seed)
    if who is None:
        say_error(
            f"there is no line of play and no bot {args.auto!r}; known: {', '.join(sorted({*scenario.plays, *BOTS}))}"
        )
        return USAGE
    folder = None if args.output else places.saves_folder(args.saves)
    with sitting(
        begin(
            scenario,
            seed,
            folder,
            mode=args.mode,
            player=args.player or args.auto,
            path=Path(args.output) if args.output else None,
        )
    ) as session:
        while not session.play.is_over:
            decision = who.next(session.play)
            if decision is None or isinstance(session.decide(decision), Refused):
                session.decide(Decision(session.play.seats[0], "wait", (), {"until": "day"}))
        return tell_result(session, args)


def tell_result(session: Any, args: argparse.Namespace) -> int:
    """How an automatic play ended."""
    from engine import mark

    score = mark(session.scenario, session.play.world.earned).score
    values = {"scenario": session.scenario.id, "seed": session.play.seed, "player": args.auto, "ending": session.play.ending,
              "score": score, "decisions": len(session.play.decisions), "digest": session.play.digest(),
              "log": str(session.log.path)}  # fmt: skip
    if args.json:
        show(values)
    else:
        print(
            f"{values['scenario']}, {args.auto}, seed {values['seed']}: ending {values['ending']}, "
            f"score {score}, {values['decisions']} decisions"
        )
        print(values["log"])
    return FINE


def list_scenarios(args: argparse.Namespace) -> int:
    """The cases."""
    folder = places.scenarios_folder(args.scenarios)
    rows, bad = [], []
    for id in places.scenario_ids(folder):
        try:
            rows.append(load_scenario(folder, id))
        except Unreadable as error:
            bad.append(error)
    values = [{"id": s.id, "title": s.title, "home": s.home, "countries": list(s.countries), "minutes": s.minutes, "level": s.level,
               "start": date.fromordinal(s.start).isoformat(), "seats": list(s.seats), "plays": list(s.plays)} for s in rows]  # fmt: skip
    if args.json:
        show(values)
    else:
        for each in values:
            print(
                f"{each['id']}: {each['title']}. Home {each['home']}, with {', '.join(each['countries'])}; "
                f"{each['start']}; {each['minutes']} minutes; level {each['level']}"
            )
    for error in bad:
        report_errors(error, False)
    return FINDINGS if bad else FINE


def law(args: argparse.Namespace) -> int:
    """The legal bases between two countries on a day."""
    from game.reference import law_answer, law_text

    book, day = lawbook(args), day_of(args.day)
    if day is None or not all(known_country(book, c) for c in (args.requesting, args.requested)):
        return USAGE
    if args.json:
        show(law_answer(book, args.requesting, args.requested, args.purpose, day))
    else:
        print(law_text(book, args.requesting, args.requested, args.purpose, day))
    return FINE


def country(args: argparse.Namespace) -> int:
    """A country's rules on a day."""
    from game.reference import country_answer, country_text

    book = lawbook(args)
    day = day_of(args.day) if args.day else date.today()
    if day is None or not known_country(book, args.country):
        return USAGE
    if args.json:
        show(country_answer(book, args.country, day))
    else:
        print(country_text(book, args.country, day))
    return FINE


def lawbook(args: argparse.Namespace) -> Any:
    """The whole law book."""
    from engine import load_lawbook

    return load_lawbook(places.scenarios_folder(args.scenarios) / "law")


def known_country(book: Any, id: str) -> bool:
    """Is this a country of the pack? A message with near matches otherwise."""
    if id in book.countries:
        return True
    from difflib import get_close_matches

    close = get_close_matches(id.upper(), list(book.countries), 1)
    say_error(
        f"there is no country {id!r} in the pack; "
        + (f"did you mean {close[0]!r}?" if close else f"known: {', '.join(sorted(book.countries))}")
    )
    return False


def check(args: argparse.Namespace) -> int:
    """Every mistake in what the paths name."""
    from game.checking import check_paths

    found = check_paths(args.paths, places.scenarios_folder(args.scenarios))
    for each in found.nowhere:
        say_error(each)
    if args.json:
        show([error_values(each) for each in found.errors])
    else:
        for each in found.errors:
            say_error(str(each))
        if found.read or found.errors:
            print(f"{found.read} read, {len(found.errors)} mistakes")
    return USAGE if found.nowhere else FINDINGS if found.errors else FINE


def replay(args: argparse.Namespace) -> int:
    """Step through a log."""
    from game.pages.replay import step_through

    log = saves.read_log(Path(args.log))
    rows = list(step_through(log, load_words(args.lang), args.upto))
    if args.json:
        show([row for row, _ in rows])
    else:
        for _, lines in rows:
            print("\n".join(lines))
    return FINE


def verify(args: argparse.Namespace) -> int:
    """Prove logs."""
    from game.session import verify as prove

    words, bad, values = load_words(args.lang), 0, []
    for name in args.logs:
        try:
            proof = prove(Path(name))
        except saves.BadLog as error:
            bad += 1
            values.append({"log": name, "ok": False, "row": None, "why": type(error).__name__})
            say_error(words(error.key, path=error.path, why=error.why))
            continue
        ok = proof.row is None
        bad += not ok
        values.append({"log": name, "ok": ok, "row": proof.row, "why": proof.why, "score": proof.score})
        if not args.json:
            rows = len(saves.read_log(Path(name)).rows)
            text = (
                words("verify.ok", path=name, rows=rows, score=proof.score)
                if ok
                else words("verify.bad", path=name, row=proof.row, why=words(f"verify.{proof.why}"))
            )
            print(text)
    if args.json:
        show(values)
    return FINDINGS if bad else FINE


def debrief(args: argparse.Namespace) -> int:
    """The debrief of a log."""
    from engine import debrief as make
    from game.pages.debrief import debrief_page, debrief_values
    from game.pages.telling import Telling
    from game.session import replay_log
    from game.text.app import lines_of

    words = load_words(args.lang)
    played = replay_log(saves.read_log(Path(args.log)))
    found = make(played, what_ifs=not args.no_what_ifs)
    tell = Telling(played.scenario, words)
    if args.json:
        show(debrief_values(found, played, tell))
    else:
        print("\n".join(lines_of(debrief_page(found, played, tell))))
    return FINE


def screenshot(args: argparse.Namespace) -> int:
    """Any screen as a picture."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    from game.window.screenshot import take

    scenario = scenario_named(args)
    return USAGE if scenario is None else take(args, scenario, places.scenarios_folder(args.scenarios))


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "window": window, "play": play, "list": list_scenarios, "law": law, "country": country, "check": check, "replay": replay,
    "verify": verify, "debrief": debrief, "screenshot": screenshot,
}  # fmt: skip

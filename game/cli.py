"""The command line: parses words, calls, prints. The only module that knows the window and the text mode, importing late."""

import argparse
import codecs
import io
import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from engine import BOTS, VERSION, Refused, Scenario, Unreadable, load_scenario
from game import places, saves
from game.words import load_words

FINE, FINDINGS, USAGE = 0, 1, 2
PURPOSES = ("mla", "extradition", "jit", "preservation", "police", "transfer", "spontaneous", "victim")
MODES = ("practice", "assessed")
THEMES = ("paper", "contrast")
PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".tga")
SMALLEST, LARGEST = 320, 7680
CODES = "exit codes: 0 fine; 1 something was found; 2 wrong use, or no display for the window"
PLAIN = {"đ": "d", "Đ": "D", "ı": "i", "ł": "l", "–": "-", "—": "-", "…": "...", "•": "*", "’": "'", "“": '"', "”": '"'}
"""What stands for a character that a terminal cannot show and that has no plain form of its own."""


class WrongUse(Exception):
    """Words of the command line that lead nowhere; says so in one line."""


# -- words in -----------------------------------------------------------------------------------------------------------


class CommandLine(argparse.ArgumentParser):
    """A parser that answers wrong words with one line and a near match."""

    def error(self, message: str) -> NoReturn:
        """One line, and where to read more; exit code 2."""
        raise WrongUse(f"{self.prog}: {self.nearer(message)} (more: {self.prog} --help)")

    def nearer(self, message: str) -> str:
        """The parser's complaint with a near match in place of its list, where there is one."""
        choice = re.fullmatch(r"argument (.+?): invalid choice: '(.*)' \(choose from (.*)\)", message)
        if choice:
            name, word, known = choice.groups()
            return f"{name} cannot be {word!r}{near(word, re.findall('[a-z0-9-]+', known))}"
        if message.startswith("unrecognized arguments: -"):
            word = message.split()[2].partition("=")[0]
            return f"there is no option {word!r}{near(word, options_of(self), known=False)}"
        return message


def options_of(root: argparse.ArgumentParser) -> list[str]:
    """The options of a parser and of its commands."""
    own = [option for action in root._actions for option in action.option_strings]
    inner = [each for action in root._actions if isinstance(action.choices, dict) for each in action.choices.values()]
    return own + [option for each in inner for option in options_of(each)]


def near(word: str, among: Iterable[str], *, known: bool = True) -> str:
    """The end of a complaint: a near match, else what is known."""
    among = sorted(among)
    plain = {each.lower(): each for each in among}
    close = get_close_matches(word.lower(), plain, 1)
    if close:
        return f"; did you mean {plain[close[0]]!r}?"
    return f"; known: {', '.join(among) or 'none'}" if known else ""


def a_day(text: str) -> date:
    """A date of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"there is no day {text!r}; {day_meant(text)}") from None


def day_meant(text: str) -> str:
    """A day that was probably meant, else how days are written."""
    parts = re.findall(r"\d+", text)
    if len(parts) == 3 and "4" in (lengths := "".join(str(len(part)) for part in parts)) and lengths[1] != "4":
        year, month, day = parts if lengths[0] == "4" else reversed(parts)
        try:
            return f"did you mean {date(int(year), int(month), int(day)).isoformat()!r}?"
        except ValueError:
            pass
    return "write days as year-month-day, such as 2024-02-29"


def a_count(text: str) -> int:
    """A number of things: 0 or more."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 on")
    return int(text)


def a_size(text: str) -> str:
    """A size of a picture."""
    parts = re.fullmatch(r"(\d{1,5})[xX](\d{1,5})", text)
    if not parts or not all(SMALLEST <= int(part) <= LARGEST for part in parts.groups()):
        raise argparse.ArgumentTypeError(f"{text!r} is no size from {SMALLEST}x{SMALLEST} on; write it like 1366x768")
    return text


def a_language(text: str) -> str:
    """A language there are words in."""
    known = [path.stem for path in (places.shipped("assets") / "words").glob("*.yaml")]
    if text not in known:
        raise argparse.ArgumentTypeError(f"there are no words in {text!r}{near(text, known)}")
    return text


def common_options(*, root: bool) -> argparse.ArgumentParser:
    """The options that stand before or after any command."""
    shared = CommandLine(add_help=False)
    absent = None if root else argparse.SUPPRESS
    shared.add_argument(
        "--scenarios", metavar="DIR", default=absent, help="folder of scenarios (default: those that come with the game)"
    )
    shared.add_argument(
        "--saves", metavar="DIR", default=absent,
        help="folder for logs (default: saves/ of a checkout, else the user's data folder)",
    )  # fmt: skip
    shared.add_argument(
        "--lang", type=a_language, default="en" if root else absent, help="language of the words (default: en)"
    )
    return shared


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    root = CommandLine(
        prog="rogatory", allow_abbrev=False, parents=[common_options(root=True)], epilog=CODES,
        description="Cross-border investigations, played. Without a command: the window, at the picker of cases.",
    )  # fmt: skip
    root.add_argument("--version", action="version", version=f"rogatory {VERSION}")
    root.set_defaults(scenario=None, seed=None, mode=MODES[0], player="", resume=None, json=False)
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    for add in (add_play, add_list, add_law, add_country, add_check, add_replay, add_verify, add_debrief, add_screenshot):
        add(commands)
    return root


def add_command(commands: Any, name: str, does: str, *examples: str, answers: bool = True) -> argparse.ArgumentParser:
    """A command with its examples; `answers` = a program may want to read what it prints."""
    made: argparse.ArgumentParser = commands.add_parser(
        name, parents=[common_options(root=False)], allow_abbrev=False, help=does, description=does[0].upper() + does[1:] + ".",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(["examples:" if len(examples) > 1 else "example:", *(f"  rogatory {each}" for each in examples)]),
    )  # fmt: skip
    if answers:
        made.add_argument("--json", action="store_true", help="print the answer as JSON")
    return made


def add_play(commands: Any) -> None:
    """`play`."""
    play = add_command(
        commands, "play", "play a case: in the window, as text, or by a written line or a bot",
        "play first-contact --text", "play budva-2009 --seed 7 --mode assessed --player K12",
        "play first-contact --auto textbook -o textbook.rogatory.json", "play --text --resume textbook.rogatory.json",
    )  # fmt: skip
    play.add_argument("scenario", nargs="?", help="id of the case; without it, the window opens at the picker")
    play.add_argument("--seed", type=int, metavar="N", help="the luck of the play: the same seed gives a group the same luck")
    play.add_argument("--text", action="store_true", help="play on the terminal, in plain lines; works over a pipe")
    play.add_argument("--mode", choices=MODES, default=MODES[0], help="assessed hides the checklist's hints")
    play.add_argument("--player", default="", metavar="CODE", help="a code for the player (no names)")
    play.add_argument(
        "--seats", metavar="SEAT,..", help="with --text or --auto: the seats your table holds; text begins at the first, the log names them"
    )
    play.add_argument("--resume", metavar="LOG", help="go on with a saved play")
    play.add_argument("--auto", metavar="NAME", help=f"let a written line or a bot play: {', '.join(BOTS)}")
    play.add_argument("-o", "--output", metavar="LOG", help="with --text or --auto: where to write the log")


def add_list(commands: Any) -> None:
    """`list`."""
    add_command(commands, "list", "the cases, with home, countries, length, level", "list", "list --json")


def add_law(commands: Any) -> None:
    """`law`."""
    law = add_command(
        commands, "law", "the legal bases between two countries on a day, best first, and what almost applies",
        "law ME RS --for mla --on 2009-10-01", "law XU XM --for extradition --on 2024-03-01 --pack invented",
    )  # fmt: skip
    add_pack(law)
    law.add_argument("requesting", metavar="FROM", help="the country that asks, such as ME")
    law.add_argument("requested", metavar="TO", help="the country that is asked, such as RS")
    law.add_argument(
        "--for", dest="purpose", metavar="PURPOSE", choices=PURPOSES, required=True, help=f"one of: {', '.join(PURPOSES)}"
    )
    law.add_argument("--on", dest="day", type=a_day, required=True, metavar="DATE", help="year-month-day")


def add_pack(command: argparse.ArgumentParser) -> None:
    """Which law pack."""
    command.add_argument("--pack", metavar="NAME", help="a law pack, such as invented (default: law, the real one)")


def add_country(commands: Any) -> None:
    """`country`."""
    country = add_command(commands, "country", "a country's rules on a day", "country BA --on 2009-10-01")
    add_pack(country)
    country.add_argument("country", metavar="XX", help="the country, such as BA")
    country.add_argument("--on", dest="day", type=a_day, metavar="DATE", help="year-month-day (default: today)")


def add_check(commands: Any) -> None:
    """`check`."""
    check = add_command(
        commands, "check", "every mistake in scenarios, law files and logs, with its place",
        "check", "check my-cases/the-ferry", "check first-contact --json", "check --pack invented",
    )  # fmt: skip
    add_pack(check)
    check.add_argument("paths", nargs="*", metavar="PATH", help="a file, a case or a folder of them (default: all)")


def add_replay(commands: Any) -> None:
    """`replay`."""
    replay = add_command(commands, "replay", "step through a log", "replay textbook.rogatory.json --upto 5")
    replay.add_argument("log", metavar="LOG", help="a file, or its name in the folder for logs")
    replay.add_argument("--upto", type=a_count, metavar="N", help="stop after decision N")


def add_verify(commands: Any) -> None:
    """`verify`."""
    verify = add_command(
        commands, "verify", "prove logs by playing them again; names the first row that does not hold",
        "verify textbook.rogatory.json", "verify saves/*.rogatory.json",
    )  # fmt: skip
    verify.add_argument("logs", nargs="+", metavar="LOG", help="files, or their names in the folder for logs")


def add_debrief(commands: Any) -> None:
    """`debrief`."""
    debrief = add_command(
        commands, "debrief", "the debrief of a log, as text, as one HTML page to print, or as JSON",
        "debrief textbook.rogatory.json", "debrief textbook.rogatory.json --html -o debrief.html",
    )  # fmt: skip
    debrief.add_argument("log", metavar="LOG", help="a file, or its name in the folder for logs")
    debrief.add_argument("--no-what-ifs", action="store_true", help="leave out what else could have been, and other luck")
    debrief.add_argument("--html", action="store_true", help="write one HTML page that needs no other file, and say where")
    debrief.add_argument("-o", "--output", metavar="HTML", help="with --html: where to write it (default: beside the log)")


def add_screenshot(commands: Any) -> None:
    """`screenshot`."""
    shot = add_command(
        commands, "screenshot", "any screen as a picture, without a display",
        "screenshot desk -o desk.png", "screenshot debrief -o end.png --scenario budva-2009 --theme contrast --scale 150",
        answers=False,
    )  # fmt: skip
    shot.add_argument("screen", metavar="SCREEN", help="desk, composer, story, evidence, debrief, ...")
    shot.add_argument("-o", "--output", required=True, metavar="PNG", help="where to write the picture")
    shot.add_argument("--scenario", default="first-contact", metavar="CASE", help="default: first-contact")
    shot.add_argument("--play", default="textbook", metavar="NAME", help="the line of play or bot that led there")
    shot.add_argument("--day", type=a_count, metavar="N", help="calendar days after the start (default: a telling day)")
    shot.add_argument("--seed", type=int, metavar="N", help="the luck of the play")
    shot.add_argument("--size", type=a_size, default="1366x768", metavar="WxH", help="default: 1366x768")
    shot.add_argument("--scale", type=int, choices=(90, 100, 110, 125, 150, 175, 200), default=100, metavar="PERCENT",
                      help="size of the letters: 90, 100, 110, 125, 150, 175 or 200")  # fmt: skip
    shot.add_argument("--theme", choices=THEMES, default=THEMES[0])
    shot.add_argument("--open", default="", metavar="KEY", help="press this first: 'wait date' on the desk, 'country' in the rule book")


# -- running ------------------------------------------------------------------------------------------------------------


def run(words: Sequence[str]) -> int:
    """Run one command; answers the exit code. Nobody sees a traceback for what a person typed or a disk refused."""
    speak_plainly()
    try:
        code = carry_out(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


def carry_out(words: Sequence[str]) -> int:
    """Run one command and say what went wrong."""
    as_json = False
    try:
        args = parser().parse_args(list(words))
        as_json = args.json if "json" in args else False
        return COMMANDS[args.command or "window"](args)
    except SystemExit as stop:
        return int(stop.code or 0)
    except WrongUse as error:
        return say_error(str(error), USAGE)
    except Unreadable as error:
        return report_errors(error, as_json)
    except saves.BadLog as error:
        return say_error(load_words()(error.key, path=error.path, why=error.why), FINDINGS)
    except KeyboardInterrupt:
        return FINE
    except BrokenPipeError:
        raise
    except OSError as error:
        return say_error(f"{error.filename or 'the output'}: {error.strerror or error}", USAGE)


def speak_plainly() -> None:
    """Let a terminal that lacks a letter show the plain one; a letter it sends that nobody can read becomes a mark."""
    codecs.register_error("rogatory-plain", plain_letters)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="rogatory-plain")
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    elif isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def plain_letters(error: UnicodeError) -> tuple[str, int]:
    """What stands for letters that cannot be shown: without their marks, or a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    bare = (PLAIN.get(c) or unicodedata.normalize("NFKD", c).encode("ascii", "ignore").decode() or "?" for c in text)
    return "".join(bare), error.end


def say_error(text: str, code: int = FINDINGS) -> int:
    """A line on the error stream; answers the exit code that goes with it."""
    print(text, file=sys.stderr)
    return code


def report_errors(error: Unreadable, as_json: bool) -> int:
    """Every mistake, one a line."""
    if as_json:
        show([error_values(each) for each in error.errors])
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
    """Plain values as JSON; letters are escaped where the terminal lacks some."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    print(json.dumps(values, ensure_ascii=encoding not in ("utf8", "utf8sig"), indent=2))


# -- what the words name ------------------------------------------------------------------------------------------------


def scenarios(args: argparse.Namespace) -> Path:
    """The folder of scenarios; complains when there is none of this name."""
    folder = places.scenarios_folder(args.scenarios)
    if not folder.is_dir():
        raise WrongUse(f"there is no folder of scenarios {str(folder)!r}")
    return folder


def known_case(args: argparse.Namespace) -> Path:
    """The folder that has the case of the command line; complains, with a near match, when it has not."""
    folder = scenarios(args)
    known = places.scenario_ids(folder)
    if args.scenario is None:
        raise WrongUse(f"which case? one of: {', '.join(known) or 'none'} (rogatory list)")
    if args.scenario not in known:
        raise WrongUse(f"there is no case {args.scenario!r} in {folder}{near(args.scenario, known)}")
    return folder


def scenario_named(args: argparse.Namespace) -> Scenario:
    """The scenario of the command line."""
    return load_scenario(known_case(args), args.scenario)


def lawbook(args: argparse.Namespace) -> Any:
    """The whole law book of a pack: that of the folder of scenarios, else the one that comes with the game."""
    from engine import load_lawbook

    return load_lawbook(pack_named(args, args.pack or "law"))


def pack_named(args: argparse.Namespace, name: str) -> Path:
    """The folder of a law pack; complains, with a near match, when there is none."""
    from engine import law_packs

    folders = (scenarios(args), places.shipped("scenarios"))
    for folder in folders:
        if name in law_packs(folder):
            return folder / name
    raise WrongUse(f"there is no law pack {name!r}{near(name, {each for folder in folders for each in law_packs(folder)})}")


def country_id(book: Any, word: str) -> str:
    """The country of the pack that a word names; complains, with a near match, when there is none."""
    if word.upper() in book.countries:
        return word.upper()
    names = {id: book.country(id).name for id in sorted(book.countries)}
    meant = country_meant(word.upper(), names)
    hint = f"; did you mean {meant!r} ({names[meant]})?" if meant else f"; known: {', '.join(names)}"
    raise WrongUse(f"there is no country {word!r} in the pack{hint}")


def country_meant(word: str, names: dict[str, str]) -> str | None:
    """The country whose name has the letters of a word in order (SRB: Serbia), or is near it, or whose sign is."""
    for id, name in names.items():
        letters = iter(name.upper())
        if len(word) > 2 and name.upper()[0] == word[0] and all(letter in letters for letter in word):
            return id
    by_name = {name.upper(): id for id, name in names.items()}
    close = get_close_matches(word, by_name, 1) or get_close_matches(word, names, 1)
    return by_name.get(close[0], close[0]) if close else None


def log_named(args: argparse.Namespace, name: str) -> Path:
    """The log of a path, or of a name in the folder for logs; complains, with a near match, when there is none."""
    folder = places.saves_folder(args.saves)
    tried = (Path(name), folder / name, folder / f"{name}{saves.SUFFIX}")
    for path in tried:
        if path.is_file():
            return path
    if Path(name).is_dir():
        raise WrongUse(f"{name!r} is a folder; name the logs in it, such as {name.rstrip('/')}/*{saves.SUFFIX}")
    beside = [path.name for each in (Path(name).parent, folder) for path in each.glob(f"*{saves.SUFFIX}")]
    raise WrongUse(f"there is no log {name!r}{near(Path(name).name, beside, known=False)}")


def holds(path: Path, words: Any, *, unfinished: bool = True) -> bool:
    """Does a log hold? Says which row does not; a last row that was never finished may be let pass."""
    from game.session import verify as prove

    proof = prove(path)
    if proof.row is None or (unfinished and proof.why == "torn"):
        return True
    say_error(words("verify.bad", path=path, row=proof.row, why=words(f"verify.{proof.why}")))
    return False


def seats_named(args: argparse.Namespace, scenario: Scenario) -> tuple[str, ...]:
    """The seats of the command line, none = all of the case; complains about one the case has not."""
    seats = tuple(seat.strip() for seat in args.seats.split(",")) if args.seats else ()
    for seat in seats:
        if seat not in scenario.seats:
            raise WrongUse(f"there is no seat {seat!r} in {scenario.id}{near(seat, scenario.seats)}")
    return seats


def player_named(scenario: Scenario, name: str, seed: int | None) -> tuple[Any, int]:
    """The line of play or bot of this name, and the seed it plays; complains when there is none."""
    from engine import player

    written = scenario.plays.get(name)
    luck = seed if seed is not None else (written.seed if written else 1)
    who = player(scenario, name, luck)
    if who is None:
        raise WrongUse(f"there is no line of play and no bot {name!r}{near(name, {*scenario.plays, *BOTS})}")
    return who, luck


# -- commands -----------------------------------------------------------------------------------------------------------


def window(args: argparse.Namespace) -> int:
    """The window; without a display or without pygame-ce, an explanation and the text mode's command."""
    folder = known_case(args) if args.scenario else scenarios(args)
    resumed = str(log_named(args, args.resume)) if args.resume else None
    words = load_words(args.lang)
    if not display_there():
        raise WrongUse(words("window.no_display"))
    play_window = from_window("app").play_window
    ask_only_real_displays()
    try:
        return play_window(folder, places.saves_folder(args.saves), scenario=args.scenario, seed=args.seed, mode=args.mode,
                           player=args.player, resume=resumed, language=args.lang)  # fmt: skip
    except RuntimeError as error:
        if not no_window_opened(error):
            raise
        raise WrongUse(f"{words('window.no_display')} ({error})") from None


def from_window(module: str) -> Any:
    """A module of the window, read late and quietly; complains when pygame-ce is not there."""
    from importlib import import_module

    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        return import_module(f"game.window.{module}")
    except ImportError as error:
        if (error.name or "pygame").partition(".")[0] != "pygame":
            raise
        raise WrongUse(
            f"pygame-ce, which draws the window, cannot be used ({error}). Install it with: pip install pygame-ce\n"
            "Or play as text instead: rogatory play first-contact --text"
        ) from None


def display_there() -> bool:
    """Is there a screen to open a window on?"""
    if os.environ.get("SDL_VIDEODRIVER"):
        return True
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ask_only_real_displays() -> None:
    """Let SDL try the displays that are named; left alone it would fall back to one that nobody sees, and wait for ever."""
    named = [driver for variable, driver in (("DISPLAY", "x11"), ("WAYLAND_DISPLAY", "wayland")) if os.environ.get(variable)]
    if named and sys.platform not in ("win32", "darwin"):
        os.environ.setdefault("SDL_VIDEODRIVER", ",".join(named))


def no_window_opened(error: RuntimeError) -> bool:
    """Was it the display that failed, before anything was shown?"""
    drawing = sys.modules.get("pygame")
    return drawing is not None and isinstance(error, drawing.error) and "available" in str(error)


def play(args: argparse.Namespace) -> int:
    """Play a case."""
    if args.auto and args.resume:
        raise WrongUse("--auto begins a play and --resume goes on with one; choose one of them")
    if args.auto:
        return play_auto(args)
    if args.text:
        return play_text(args)
    for option in ("output", "seats"):
        if getattr(args, option):
            raise WrongUse(f"--{option} goes with --text or --auto; the window writes into the folder of --saves")
    return window(args)


def play_text(args: argparse.Namespace) -> int:
    """Play on the terminal."""
    from game.session import resume, sitting
    from game.text.app import TextGame

    words = load_words(args.lang)
    if args.resume:
        path = log_named(args, args.resume)
        if not holds(path, words):
            return FINDINGS
        session = resume(path)
        seats = tuple(seat for seat in saves.read_log(path).header.get("seats", ()) if seat in session.play.seats)
    else:
        scenario = scenario_named(args)
        seats = seats_named(args, scenario)
        seed = args.seed if args.seed is not None else int.from_bytes(os.urandom(3), "big")
        session = begin_log(args, scenario, seed, args.player, seats)
    with sitting(session):
        game = TextGame(session, words)
        game.seat = seats[0] if seats else game.seat
        game.run()
    return FINE


def begin_log(args: argparse.Namespace, scenario: Scenario, seed: int, who: str, seats: tuple[str, ...]) -> Any:
    """A new sitting with its log; complains when no log can be written there."""
    from game.session import begin

    path = Path(args.output) if args.output else None
    folder = places.saves_folder(args.saves)
    try:
        return begin(scenario, seed, folder, mode=args.mode, player=who, path=path, seats=seats)
    except (OSError, saves.NotSaved) as error:
        why = error.why if isinstance(error, saves.NotSaved) else error.strerror or str(error)
        raise WrongUse(f"no log can be written to {path or folder} ({why}); name another place with --saves or -o") from None


def play_auto(args: argparse.Namespace) -> int:
    """Let a written line or a bot play."""
    from engine import Decision
    from game.session import sitting

    scenario = scenario_named(args)
    who, seed = player_named(scenario, args.auto, args.seed)
    seats = seats_named(args, scenario)
    with sitting(begin_log(args, scenario, seed, args.player or args.auto, seats)) as session:
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
    folder = scenarios(args)
    rows, bad = [], []
    for id in places.scenario_ids(folder):
        try:
            rows.append(scenario_values(load_scenario(folder, id)))
        except Unreadable as error:
            bad.append(error)
    if args.json:
        show(rows)
    else:
        for each in rows:
            print(
                f"{each['id']}: {each['title']}. Home {each['home']}, with {', '.join(each['countries'])}; "
                f"{each['start']}; {each['minutes']} minutes; level {each['level']}{'; invented countries' if each['invented'] else ''}"
            )
    for error in bad:
        report_errors(error, False)
    return FINDINGS if bad else FINE


def scenario_values(case: Scenario) -> dict[str, Any]:
    """A case in a list, as plain values."""
    return {"id": case.id, "title": case.title, "home": case.home, "countries": list(case.countries), "minutes": case.minutes,
            "level": case.level, "start": date.fromordinal(case.start).isoformat(), "seats": list(case.seats),
            "plays": list(case.plays), "law": case.law.pack.id, "invented": case.law.pack.invented}  # fmt: skip


def law(args: argparse.Namespace) -> int:
    """The legal bases between two countries on a day."""
    from game.reference import law_answer, law_text

    book = lawbook(args)
    requesting, requested = country_id(book, args.requesting), country_id(book, args.requested)
    if requesting == requested:
        raise WrongUse(f"{requesting} does not need a treaty with itself; name two countries")
    if args.json:
        show(law_answer(book, requesting, requested, args.purpose, args.day))
    else:
        print(law_text(book, requesting, requested, args.purpose, args.day))
    return FINE


def country(args: argparse.Namespace) -> int:
    """A country's rules on a day."""
    from game.reference import country_answer, country_text

    book = lawbook(args)
    id, day = country_id(book, args.country), args.day or date.today()
    if args.json:
        show(country_answer(book, id, day))
    else:
        print(country_text(book, id, day))
    return FINE


def check(args: argparse.Namespace) -> int:
    """Every mistake in what the paths name."""
    from game.checking import check_paths

    paths = [*args.paths, *([str(pack_named(args, args.pack))] if args.pack else [])]
    found = check_paths(paths, scenarios(args))
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
    """Step through a log, as far as it holds."""
    from game.pages.replay import step_through
    from game.session import verify as prove

    path, words = log_named(args, args.log), load_words(args.lang)
    log, proof = saves.read_log(path), prove(path)
    if proof.row is not None:
        log.rows = log.rows[: max(0, proof.row - 1)]
    rows = list(step_through(log, words, args.upto)) if proof.row != 0 else []
    if args.json:
        show([row for row, _ in rows])
    else:
        for _, lines in rows:
            print("\n".join(lines))
    return FINE if holds(path, words) else FINDINGS


def verify(args: argparse.Namespace) -> int:
    """Prove logs."""
    words = load_words(args.lang)
    found = proofs([log_named(args, name) for name in args.logs], words)
    if args.json:
        show([{key: value for key, value in each.items() if key != "said"} for each in found])
    else:
        for each in found:
            print(each["said"])
    return FINE if all(each["ok"] for each in found) else FINDINGS


def proofs(paths: list[Path], words: Any) -> list[dict[str, Any]]:
    """What proving each log found, in the order named; many logs are shared out among the cores."""
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial

    prove = partial(proof_values, words=words)
    workers = min(os.cpu_count() or 1, len(paths) // LOGS_A_WORKER, MOST_WORKERS)
    if workers < 2:
        return [prove(path) for path in paths]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(prove, paths, chunksize=LOGS_A_WORKER // 2))


LOGS_A_WORKER = 20
"""With fewer logs for each, another process takes longer to start than it saves."""
MOST_WORKERS = 60
"""Windows waits for no more processes than about so many."""


def proof_values(path: Path, words: Any) -> dict[str, Any]:
    """What proving one log found, as plain values and as a line."""
    from game.session import verify as prove

    try:
        proof = prove(path)
    except saves.BadLog as error:
        said = words(error.key, path=path, why=error.why)
        return {"log": str(path), "ok": False, "row": None, "why": type(error).__name__, "score": None, "said": said}
    if proof.row is None:
        said = words("verify.ok", path=path, rows=len(saves.read_log(path).rows), score=proof.score)
    else:
        said = words("verify.bad", path=path, row=proof.row, why=words(f"verify.{proof.why}"))
    return {"log": str(path), "ok": proof.row is None, "row": proof.row, "why": proof.why, "score": proof.score, "said": said}


def debrief(args: argparse.Namespace) -> int:
    """The debrief of a log that holds."""
    from engine import debrief as make
    from game.cohort import group_beside
    from game.pages.debrief import debrief_page, debrief_values
    from game.pages.telling import Telling
    from game.session import replay_log
    from game.text.app import lines_of

    if args.output and not args.html:
        raise WrongUse("-o goes with --html; text and JSON go to the terminal")
    path, words = log_named(args, args.log), load_words(args.lang)
    if not holds(path, words):
        return FINDINGS
    log = saves.read_log(path)
    played = replay_log(log)
    found, tell = make(played, what_ifs=not args.no_what_ifs), Telling(played.scenario, words)
    group = group_beside(path, played.scenario.id, str(log.header.get("mode", MODES[0])))
    if args.html:
        return print_debrief(args, log, found, played, tell, group)
    if args.json:
        show(debrief_values(found, played, tell, group))
    else:
        print("\n".join(lines_of(debrief_page(found, played, tell, group=group))))
    return FINE


def print_debrief(args: argparse.Namespace, log: saves.Log, found: Any, played: Any, tell: Any, group: Any) -> int:
    """The debrief as an HTML page; says where it lies."""
    from game.pages.printed import Imprint, NotPrinted, debrief_html, write_debrief

    code, mode = str(log.header.get("player", "")), str(log.header.get("mode", MODES[0]))
    text = debrief_html(found, played, tell, Imprint(log.path.name, code, mode, played.digest()), group)
    try:
        target = write_debrief(log.path, text, Path(args.output) if args.output else None)
    except NotPrinted as error:
        why = tell.words("debrief.exists") if error.why == "exists" else error.why
        raise WrongUse(tell.words("debrief.not_printed", path=error.path, why=why)) from None
    if args.json:
        show({"html": str(target)})
    else:
        print(target)
    return FINE


def screenshot(args: argparse.Namespace) -> int:
    """Any screen as a picture."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    target = Path(args.output)
    if target.suffix.lower() not in PICTURES:
        raise WrongUse(f"{args.output!r} is no name of a picture; let it end in {', '.join(PICTURES)}")
    if not target.absolute().parent.is_dir() or target.is_dir():
        raise WrongUse(f"no picture can be written to {args.output!r}: there is no such folder")
    shown = from_window("screenshot")
    if args.screen not in shown.SCREENS:
        raise WrongUse(f"there is no screen {args.screen!r}{near(args.screen, shown.SCREENS)}")
    scenario = scenario_named(args)
    player_named(scenario, args.play, args.seed)
    return int(shown.take(args, scenario, scenarios(args)))


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "window": window, "play": play, "list": list_scenarios, "law": law, "country": country, "check": check, "replay": replay,
    "verify": verify, "debrief": debrief, "screenshot": screenshot,
}  # fmt: skip

"""The command line itself: which commands and options there are, and what may stand behind each."""

import argparse
import re
from datetime import date
from typing import Any, NoReturn

from engine import BOTS, VERSION
from game import places
from game.commands.saying import WrongUse, near

PURPOSES = ("mla", "extradition", "jit", "preservation", "police", "transfer", "spontaneous", "victim")
MODES = ("practice", "assessed")
THEMES = ("paper", "contrast")
SMALLEST, LARGEST = 320, 7680
CODES = "exit codes: 0 fine; 1 something was found; 2 wrong use, or no display for the window"


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

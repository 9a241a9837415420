"""The command line run: finds the command of the words, says in a line what went wrong, answers the exit code."""

import argparse
import codecs
import io
import os
import sys
import unicodedata
from collections.abc import Callable, Sequence
from importlib import import_module

from engine import Unreadable
from game.commands.line import parser
from game.commands.saying import FINDINGS, FINE, USAGE, WrongUse, report_errors, say_error
from game.words import load_words

COMMANDS = {
    "window": "playing.window", "play": "playing.play", "list": "asking.list_scenarios", "law": "asking.law",
    "country": "asking.country", "check": "asking.check", "replay": "logs.replay", "verify": "logs.verify",
    "debrief": "logs.debrief", "screenshot": "picturing.screenshot",
}  # fmt: skip
"""Command -> the module of `game.commands` and its function; a module is read when its command is asked for."""

PLAIN = {"đ": "d", "Đ": "D", "ı": "i", "ł": "l", "–": "-", "—": "-", "…": "...", "•": "*", "’": "'", "“": '"', "”": '"'}
"""What stands for a character that a terminal cannot show and that has no plain form of its own."""


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
        return command_of(args.command or "window")(args)
    except SystemExit as stop:
        return int(stop.code or 0)
    except WrongUse as error:
        return say_error(str(error), USAGE)
    except Unreadable as error:
        return report_errors(error, as_json)
    except KeyboardInterrupt:
        return FINE
    except BrokenPipeError:
        raise
    except OSError as error:
        return say_error(f"{error.filename or 'the output'}: {error.strerror or error}", USAGE)
    except Exception as error:
        return say_bad_log(error)


def say_bad_log(error: Exception) -> int:
    """A log that cannot be read; anything else goes on as what it is."""
    from game.saves import BadLog

    if not isinstance(error, BadLog):
        raise error
    return say_error(load_words()(error.key, path=error.path, why=error.why), FINDINGS)


def command_of(name: str) -> Callable[[argparse.Namespace], int]:
    """What carries out a command of this name."""
    module, _, does = COMMANDS[name].partition(".")
    found: Callable[[argparse.Namespace], int] = getattr(import_module(f"game.commands.{module}"), does)
    return found


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

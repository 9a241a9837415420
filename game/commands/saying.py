"""How a command says its answer, its mistakes and what was wrong with its words; the exit codes that go with them."""

import json
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from engine import Unreadable

FINE, FINDINGS, USAGE = 0, 1, 2


class WrongUse(Exception):
    """Words of the command line that lead nowhere; says so in one line."""


def near(word: str, among: Iterable[str], *, known: bool = True) -> str:
    """The end of a complaint: a near match, else what is known."""
    among = sorted(among)
    plain = {each.lower(): each for each in among}
    close = get_close_matches(word.lower(), plain, 1)
    if close:
        return f"; did you mean {plain[close[0]]!r}?"
    return f"; known: {', '.join(among) or 'none'}" if known else ""


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

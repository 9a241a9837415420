"""Lines read aloud and lines typed: how wide, how wrapped, and what numbers were meant. Works over a pipe."""

import shutil
import sys
import textwrap
from typing import TextIO

from game.words import Words

WIDTH, NARROWEST = 96, 40
NO_BREAK = "\u00a0"
BACK = ("back", "0", "..")
EXPLAIN = ("?", "help")


class EndOfInput(Exception):
    """Nobody is typing any more."""


class PutAside(Exception):
    """What was asked is put aside; nothing is decided."""


def is_terminal(sink: TextIO | None) -> bool:
    """Does somebody sit in front of it? A closed stream is None."""
    return sink is not None and sink.isatty()


def width_of(sink: TextIO | None) -> int:
    """How long a line may be: the terminal's width, never more than reads well; a pipe has no width of its own."""
    if not is_terminal(sink):
        return WIDTH
    return max(NARROWEST, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns - 1))


class Lines:
    """Where the game is read and typed: one line after the other."""

    def __init__(self, words: Words, source: TextIO | None = None, sink: TextIO | None = None) -> None:
        self.words = words
        self.source, self.sink = source or sys.stdin, sink or sys.stdout
        self.blank = False
        self.width = width_of(self.sink)

    def line(self, text: str, first: str = "", rest: str | None = None) -> None:
        """A text as lines no longer than the width, the first and the others behind their own indent."""
        if not text and self.blank:
            return
        self.blank = not text
        rows = textwrap.wrap(text, self.width, initial_indent=first, subsequent_indent=first if rest is None else rest,
                             break_on_hyphens=False)  # fmt: skip
        print("\n".join(rows or [""]).replace(NO_BREAK, " "), file=self.sink, flush=True)

    def as_it_is(self, text: str) -> None:
        """A line that is to be copied, and so never broken."""
        print(text, file=self.sink, flush=True)

    def ask(self, prompt: str) -> str:
        """A question, and the line typed."""
        asked = "\n".join(textwrap.wrap(prompt, self.width - 1))
        print(f"{asked} ", end="", file=self.sink, flush=True)
        typed = self.source.readline()
        if not typed:
            raise EndOfInput
        if not is_terminal(self.sink):
            self.line("")
        self.blank = False
        return typed.rstrip("\n")

    def answer(self, prompt: str, explained: tuple[str, ...]) -> str:
        """What is typed into a form; `?` explains, `back` puts the form aside."""
        while (typed := self.ask(prompt).strip()).lower() in EXPLAIN:
            for text in explained:
                self.line(text)
        if typed.lower() in BACK:
            raise PutAside
        return typed

    def numbers(self, prompt: str, most: int, explained: tuple[str, ...], wrong: str = "text.only_numbers") -> list[int]:
        """The numbers typed, asked again until all of them exist."""
        while True:
            typed = [each.rstrip(".)") for each in self.answer(prompt, explained).replace(",", " ").split()]
            if all(each.isdecimal() and 1 <= int(each) <= most for each in typed):
                return [int(each) for each in dict.fromkeys(typed)]
            self.line(self.words(wrong, most=most))

    def a_number(self, prompt: str, most: int, explained: tuple[str, ...]) -> int:
        """One number, asked for until it is there."""
        wrong = "text.no_number_typed"
        while len(numbers := self.numbers(prompt, most, explained, wrong)) != 1:
            self.line(self.words(wrong, most=most))
        return numbers[0]

    def one_of(self, texts: tuple[str, ...], explained: tuple[str, ...]) -> int:
        """Which of a few things is wanted, from 1."""
        for number, text in enumerate(texts, 1):
            self.line(text, f"{number}. ", "   ")
        return self.a_number(self.words("text.one_number"), len(texts), explained)

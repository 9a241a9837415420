"""A trainee at the text game: reads what is printed, and types the number of the line that says what is wanted."""

import io
import re

from game.text.app import TextGame
from game.words import load_words

NUMBERED = re.compile(r"^ *(\d+)\. (.*)$", re.MULTILINE)
PATIENCE = 400


class Trainee:
    """Types what the first wish leads to that can be read on the page; when there is none, waits.

    A wish is a piece of a line; a wish in a pair is wished only once its first half has been typed.
    """

    def __init__(self, sink, wishes):
        self.sink, self.wishes, self.read, self.typed, self.chosen = sink, wishes, 0, [], set()

    def readline(self):
        """What is typed at this question."""
        page, self.read = self.sink.getvalue()[self.read :], len(self.sink.getvalue())
        assert len(self.typed) < PATIENCE, page
        self.typed.append(self.answer(page))
        if self.sink.isatty():
            self.sink.write("\n")
        return self.typed[-1] + "\n"

    def answer(self, page):
        """The number of what is wished, or how to wait."""
        if "Score " in page:
            return "q"
        numbers = {text: number for number, text in NUMBERED.findall(page)}
        if "Wait all the same" in numbers:
            return numbers["Wait all the same"]
        for wish in self.wishes:
            after, words = wish if isinstance(wish, tuple) else ("", wish)
            found = next((number for text, number in numbers.items() if words in text), None)
            if found and (not after or after in self.chosen):
                self.chosen.add(words)
                return found
        return numbers.get("Until something happens", "d" if "d) Desk" in page else "w")


class Lines:
    """Lines typed one after the other; then nobody types any more, or somebody interrupts."""

    def __init__(self, *lines, end=None):
        self.lines, self.end = list(lines), end

    def readline(self):
        if self.lines:
            return self.lines.pop(0) + "\n"
        if self.end is not None:
            raise self.end
        return ""


TEXTBOOK = (
    "The corridor", "Ask only what is urgent", "Across the lake", "Go and ask three things", "Six months",
    "Send a preservation request", "The camera", "Ask Dragan to have it copied", "One request", "One letter to Ana",
    "Two receipts", "Apply for a court order", "Besnik", "Ask that a Montenegrin support", "Their case, too", "Send her the information",
    "Ready to talk", "Monday, recorded", "The same hour", "Ask your court for a warrant", "Two questions", "Send the two questions",
    "Back from Ulcinj", "Check the formalities", ("Check the formalities", "The ledger is what it is"), "Indict for trafficking",
    "to decide; change seat",
)  # fmt: skip


def play(session, source, sink=None):
    """A text game played by a source to where it ends; answers what was printed."""
    sink = sink or io.StringIO()
    TextGame(session, load_words(), source=source, sink=sink).run()
    return sink.getvalue()


def played(session, wishes=TEXTBOOK):
    """A text game played by a trainee; answers what was printed and what was typed."""
    sink = io.StringIO()
    trainee = Trainee(sink, wishes)
    return play(session, trainee, sink), trainee.typed


class Follower:
    """Types what a written line of play wants next: to the seat, to the page, to the number of the line that says it."""

    def __init__(self, game, sink, who, patience=4000):
        self.game, self.sink, self.who, self.patience, self.read = game, sink, who, patience, 0
        self.wanted, self.decided, self.typed = None, -1, []

    def readline(self):
        """What is typed at this question."""
        page, self.read = self.sink.getvalue()[self.read :], len(self.sink.getvalue())
        assert len(self.typed) < self.patience, page
        self.typed.append(self.answer(page))
        return self.typed[-1] + "\n"

    def answer(self, page):
        """A number or a letter of the page."""
        running = self.game.session.play
        if running.is_over:
            return "q"
        if self.decided != len(running.decisions):
            self.decided, self.wanted = len(running.decisions), self.who.next(running)
        lines = {" ".join(text.split()): number for text, number in whole_lines(page)}
        if "Wait all the same" in lines:
            return lines["Wait all the same"]
        if self.wanted.act == "wait":
            long = self.wanted.terms["until"] == "something"
            return lines.get("Until something happens" if long else "One day", "w" if "w) Wait" in page else "d")
        if self.wanted.seat != self.game.seat:
            seat = self.game.words(f"seat.{self.wanted.seat}")
            return lines.get(seat, "s" if "s) Change seat" in page else "d")
        return self.towards(page, lines)

    def towards(self, page, lines):
        """The next step on the way to what is wanted."""
        for line in self.way():
            found = next((number for text, number in lines.items() if text.startswith(line)), None)
            if found is not None:
                return found
        if "Enter" in page.splitlines()[-1]:
            return ""
        return "r" if self.wanted.act == "step" and "r) Requests" in page else "d"

    def way(self):
        """The lines to look for, the last step first."""
        tell, scenario = self.game.tell, self.game.session.scenario
        if self.wanted.act == "choose":
            beat, choice = self.wanted.on
            return (" ".join(tell.choice(beat, choice).split()), scenario.beats[beat].title or beat)
        request, act = self.wanted.on
        return (self.game.words("form.send"), self.game.words(f"act.{act}"), tell.name(request))


def whole_lines(page):
    """The numbered lines of a page with what they are continued by: (text, number)."""
    found = []
    for row in page.splitlines():
        begun = NUMBERED.match(row)
        if begun:
            found.append([begun[2], begun[1]])
        elif found and row.startswith("   ") and found[-1]:
            found[-1][0] += " " + row.strip()
    return found


def followed(session, who):
    """A text game played by a written line; answers what was printed and what was typed."""
    sink = io.StringIO()
    game = TextGame(session, load_words(), source=None, sink=sink)
    game.out.source = Follower(game, sink, who)
    game.run()
    return sink.getvalue(), game.out.source.typed

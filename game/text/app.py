"""The text game: pages read aloud in plain lines, numbered choices, one thing at a time. Works over a pipe."""

import shlex
import textwrap
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TextIO

from engine import Choice, Decision, Outcome, Refused
from game.pages.book import page_for
from game.pages.caution import Caution, caution
from game.pages.page import Action, Facts, Fill, Go, Heading, Leave, Offer, Page, Para, Table, Until
from game.pages.telling import Telling
from game.places import program
from game.saves import NotSaved
from game.session import Session
from game.text.filling import Filling
from game.text.lines import BACK, NO_BREAK, WIDTH, EndOfInput, Lines, PutAside
from game.words import Words


class TextGame:
    """Reads pages aloud and carries decisions to the session."""

    def __init__(
        self, session: Session, words: Words, *, source: TextIO | None = None, sink: TextIO | None = None
    ) -> None:
        self.session, self.words = session, words.of(session.scenario.law)
        self.tell = Telling(session.scenario, self.words)
        self.out = Lines(self.words, source, sink)
        self.line, self.ask = self.out.line, self.out.ask
        self.seat = session.last_seat
        self.left = False
        self.asked: set[str] = set()

    def run(self) -> None:
        """Play until the end, or until the player leaves; end of input leaves too."""
        try:
            here: Go = Go("briefing") if not self.session.play.decisions else Go("desk")
            while not self.left:
                if self.session.play.is_over and here.page not in ("ledger", "debrief"):
                    here = Go("debrief")
                here = self.visit(here)
        except (EndOfInput, KeyboardInterrupt) as error:
            self.line("")
            self.line(self.words("text.end_of_input" if isinstance(error, EndOfInput) else "text.interrupted"))
        self.farewell()

    def farewell(self) -> None:
        """Say where the play is kept; the command to go on is one line, to be copied."""
        if self.session.log is None:
            self.line(self.words("text.bye_unsaved"))
        elif self.session.play.is_over:
            self.line(self.words("text.saved_at", path=self.session.log.path))
        else:
            self.line(self.words("text.saved"))
            self.out.as_it_is(self.words("text.resume", program=program(), path=shlex.quote(str(self.session.log.path))))

    # -- pages ------------------------------------------------------------------------------------------------------

    def visit(self, go: Go) -> Go:
        """Read a page aloud and do what is chosen; answers where to go next."""
        page = page_for(self.session, self.seat, go, self.tell)
        numbered = self.read(page)
        action = self.choose(page, numbered)
        return self.act(action, go)

    def read(self, page: Page) -> list[Offer]:
        """Read a page aloud; answers the offers that have numbers."""
        self.line("")
        self.line(page.title)
        self.line("-" * min(self.out.width, len(page.title)))
        numbered: list[Offer] = []
        letters: list[Offer] = []
        for block in page.blocks:
            if isinstance(block, Offer):
                if block.key:
                    letters.append(block)
                else:
                    numbered.append(block)
                    self.offer(len(numbered), block, told=page.id == "beat")
            else:
                self.block(block, page)
        if letters:
            self.line("")
            self.line("   ".join(f"{o.key})\u00a0{o.text.replace(' ', NO_BREAK)}" for o in letters))
        return numbered

    def block(self, block: Heading | Para | Facts | Table, page: Page) -> None:
        """One block as lines."""
        if isinstance(block, Heading):
            self.line("")
            self.line(f"{block.text}:" if not block.text.endswith((".", ":", "?")) else block.text)
        elif isinstance(block, Para):
            self.paragraph(block)
        elif isinstance(block, Facts):
            for label, value in block.rows:
                self.line(f"{label}: {value}", "  ")
        else:
            self.table(block, page)

    def table(self, block: Table, page: Page) -> None:
        """A table under its title as one line a row; its heads are read once, where it has any."""
        if page.id != "debrief":
            self.block(Heading(block.title), page)
        heads = "; ".join(head for head in block.columns if head)
        if heads:
            self.line(f"({heads})", "  ")
        for row in block.rows:
            self.line("; ".join(cell for cell in row if cell), "  ")

    def paragraph(self, block: Para) -> None:
        """A paragraph, wrapped; its tone is told by a sign in front, never by colour."""
        sign = {"warn": "! ", "good": "+ ", "note": "  "}.get(block.tone, "")
        self.line(block.text, sign, " " * len(sign))
        if block.tone == "story":
            self.line("")

    def offer(self, number: int, offer: Offer, *, told: bool) -> None:
        """A numbered choice with its small print; the instrument only where no heading has told it."""
        small = []
        if offer.seat and offer.seat != self.seat and not offer.why_not:
            small.append(self.words(f"seat.{offer.seat}"))
        if told and offer.instrument and offer.instrument != "domestic":
            small.append(self.tell.way(offer.instrument, offer.procedure))
        if offer.takes:
            small.append(f"{offer.takes} {self.words('unit.working_days')}")
        text = offer.text + (f" ({', '.join(small)})" if small else "")
        if not offer.possible and offer.why_not:
            text += f" - {offer.why_not}"
        self.line(text, f"{number}. ", "   ")

    def choose(self, page: Page, numbered: list[Offer]) -> Action:
        """Ask until something that is there is chosen."""
        letters = {offer.key: offer for offer in page.offers if offer.key}
        while True:
            typed = self.ask(self.words("text.choose")).strip().lower().rstrip(".)")
            if not typed:
                self.read(page)
            elif typed.isdecimal() and 1 <= int(typed) <= len(numbered):
                offer = numbered[int(typed) - 1]
                if offer.possible:
                    return offer.action
                self.line(offer.why_not)
            elif typed in BACK:
                return next((o.action for o in page.offers if o.key and o.text == self.words("page.back")), Go("desk"))
            elif typed in letters:
                return letters[typed].action
            elif typed in GLOBAL:
                return GLOBAL[typed]
            else:
                self.line(self.not_there(typed, len(numbered)))

    def not_there(self, typed: str, most: int) -> str:
        """Why what was typed leads nowhere, and what would."""
        if not typed.lstrip("-+").isdecimal():
            return self.words("text.not_understood", typed=typed)
        if not most:
            return self.words("text.no_numbers")
        return self.words("text.no_number" if most > 1 else "text.no_number.one", typed=typed, most=most)

    def act(self, action: Action, here: Go) -> Go:
        """Do what was chosen; answers where to go next."""
        if isinstance(action, Leave):
            self.left = True
            return here
        if isinstance(action, Go):
            if action.page == "seat":
                self.seat, _, beat = action.about.partition(" ")
                return Go("beat", beat) if beat else Go("desk")
            return action
        if isinstance(action, Fill):
            return self.fill(action.choice)
        decision = self.a_day() if isinstance(action, Until) else action
        if decision is not None and self.sure(decision):
            self.decide(decision)
        return Go("desk")

    def sure(self, decision: Decision) -> bool:
        """Ask, once, before what cannot be taken back or loses something; what was asked of before is not asked of again."""
        view = self.session.play.view(self.seat)
        found = caution(self.session.play, view, decision, self.session.mode, self.tell)
        if found is None or (found.about and found.about <= self.asked):
            return True
        self.asked |= found.about
        return self.confirmed(found)

    def confirmed(self, found: Caution) -> bool:
        """The question, and its answer."""
        self.line("")
        for text in found.lines:
            self.line(text, "! ", "  ")
        self.line(found.question)
        try:
            return self.out.one_of((found.yes, self.words("caution.no")), (found.question,)) == 1
        except PutAside:
            return False

    def a_day(self) -> Decision | None:
        """A wait until a day that is typed; None = no wait."""
        view, words = self.session.play.view(self.seat), self.words
        last, example = words.date(view.deadline), date.fromordinal(min(view.today + 7, view.deadline)).isoformat()
        while (typed := self.ask(words("wait.which", example=example, last=last)).strip()).lower() not in ("", *BACK):
            day = day_typed(typed)
            if day is not None and view.today < day <= view.deadline:
                return Decision(view.seat, "wait", (), {"until": date.fromordinal(day).isoformat()})
            self.line(words("wait.no_day", typed=typed, last=last, example=example))
        return None

    def decide(self, decision: Decision) -> bool:
        """Carry a decision to the session and tell what followed; False = it was not taken."""
        before, elsewhere = len(self.session.play.outcomes), self.elsewhere()
        try:
            followed = self.session.decide(decision)
        except NotSaved as error:
            self.line(self.words(error.key, path=error.path, why=error.why))
            return False
        if isinstance(followed, Refused):
            self.line(self.tell.refusal(followed))
            return False
        self.line("")
        said = self.after(decision)
        told = self.news(decision, before)
        called = self.called(elsewhere)
        if decision.act == "wait" and not told:
            key = "desk.quiet" if called or decision.terms.get("until") == "something" else "text.reached"
            self.line(self.words(key, date=self.words.date(self.session.play.today)))
        for seat in called:
            self.line("- " + self.words("text.waiting_elsewhere", seat=self.words(f"seat.{seat}")))
        if decision.act != "wait" and not said and not told:
            self.line(self.words("text.decided"))
        return True

    def elsewhere(self) -> Counter[str]:
        """How much waits for each other seat."""
        return Counter(dict(self.session.play.view(self.seat).elsewhere))

    def called(self, before: Counter[str]) -> tuple[str, ...]:
        """The seats for which something new waits."""
        return () if self.session.play.is_over else tuple(self.elsewhere() - before)

    def after(self, decision: Decision) -> bool:
        """What the author says right after a choice; is there anything?"""
        said = ""
        if decision.act == "choose":
            beat = self.session.scenario.beats[decision.on[0]]
            said = next((c.after for c in beat.choices if c.id == decision.on[1]), "")
        if said:
            self.line(said)
        return bool(said)

    def news(self, decision: Decision, before: int) -> bool:
        """Tell what this seat may know of what followed; after a wait, say why it stopped. Is there anything?"""
        fresh = [
            o
            for o in self.session.play.outcomes[before:]
            if self.seat in o.seen_by and o.kind not in ("chosen", "stage")
        ]
        today = self.session.play.today
        if decision.act == "wait" and fresh:
            now = all(outcome.day == today for outcome in fresh)
            self.line(self.words("desk.stopped" if now else "desk.since", date=self.words.date(today)))
        for outcome in fresh:
            when = "" if outcome.day == today else f"{self.words.day(outcome.day)}: "
            self.line(when + self.outcome(outcome), "- ", "  ")
        return bool(fresh)

    def outcome(self, outcome: Outcome) -> str:
        """What followed, with who says so and the source; of the story, that it waits for a decision."""
        text, sender = self.tell.news(outcome), outcome.get("sender")
        source = f" [{self.tell.cite(outcome.source)}]" if outcome.source else ""
        return f"{f'{sender}: ' if sender else ''}{text}{source}"

    def fill(self, choice: Choice) -> Go:
        """Fill in a form; it is sent, or put aside."""
        Filling(self.out, self.session, self.seat, self.tell, choice, self.decide).run()
        return Go("desk")


GLOBAL: dict[str, Action] = {
    "d": Go("desk"), "i": Go("inbox"), "f": Go("casefile"), "r": Go("requests"), "l": Go("ledger"), "c": Go("contacts"),
    "k": Go("rulebook"), "n": Go("start"), "w": Go("wait"), "s": Go("seats"), "b": Go("briefing"), "h": Go("help"),
    "?": Go("help"), "help": Go("help"), "desk": Go("desk"), "q": Leave(), "quit": Leave(), "exit": Leave(),
}  # fmt: skip


def day_typed(typed: str) -> int | None:
    """A day written like 2009-10-14, or None."""
    try:
        return date.fromisoformat(typed).toordinal()
    except ValueError:
        return None


def lines_of(page: Page) -> Iterator[str]:
    """A page as plain lines, without asking anything (for reports and for the clipboard)."""
    yield page.title
    for block in page.blocks:
        if isinstance(block, Heading):
            yield from ("", block.text)
        elif isinstance(block, Para):
            yield from wrapped(block.text) or [""]
        elif isinstance(block, Facts):
            for label, value in block.rows:
                yield from wrapped(f"{label}: {value}", "  ")
        elif isinstance(block, Table):
            for row in block.rows:
                yield from wrapped("; ".join(cell for cell in row if cell), "  ")


def wrapped(text: str, indent: str = "") -> list[str]:
    """A text as lines, never broken inside a word with a hyphen."""
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)

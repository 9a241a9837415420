"""The text game: pages read aloud in plain lines, numbered choices, one thing at a time. Works over a pipe."""

import sys
import textwrap
from collections.abc import Iterator
from typing import Any, TextIO

from engine import Choice, Decision, Refused
from game.pages import form
from game.pages.book import page_for
from game.pages.page import Action, Facts, Fill, Go, Heading, Leave, Offer, Page, Para, Table
from game.pages.telling import Telling
from game.saves import NotSaved
from game.session import Session
from game.words import Words

WIDTH = 96
MARK = {"ok": "[x]", "missing": "[ ]", "optional": "( )"}


class EndOfInput(Exception):
    """Nobody is typing any more."""


class TextGame:
    """Reads pages aloud and carries decisions to the session."""

    def __init__(
        self, session: Session, words: Words, *, source: TextIO | None = None, sink: TextIO | None = None
    ) -> None:
        self.session, self.words = session, words
        self.tell = Telling(session.scenario, words)
        self.source, self.sink = source or sys.stdin, sink or sys.stdout
        self.seat = session.play.seats[0]
        self.left = False

    def run(self) -> None:
        """Play until the end, or until the player leaves; end of input leaves too."""
        try:
            here: Go = Go("briefing") if not self.session.play.decisions else Go("desk")
            while not self.left:
                if self.session.play.is_over and here.page not in ("ledger", "debrief"):
                    here = Go("debrief")
                here = self.visit(here)
        except EndOfInput:
            self.line(self.words("text.end_of_input"))
        self.farewell()

    def farewell(self) -> None:
        """Say where the play is kept."""
        if self.session.log is None:
            self.line(self.words("text.bye_unsaved"))
        elif self.session.play.is_over:
            self.line(self.words("text.saved_at", path=self.session.log.path))
        else:
            self.line(self.words("text.bye", path=self.session.log.path))

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
        self.line("-" * min(WIDTH, len(page.title)))
        numbered: list[Offer] = []
        letters: list[Offer] = []
        for block in page.blocks:
            if isinstance(block, Offer):
                if block.key:
                    letters.append(block)
                else:
                    numbered.append(block)
                    self.offer(len(numbered), block)
            else:
                self.block(block)
        if letters:
            self.line("")
            self.line("  ".join(f"{o.key}) {o.text}" for o in letters))
        return numbered

    def block(self, block: Heading | Para | Facts | Table) -> None:
        """One block as lines."""
        if isinstance(block, Heading):
            self.line("")
            self.line(f"{block.text}:" if not block.text.endswith((".", ":", "?")) else block.text)
        elif isinstance(block, Para):
            self.paragraph(block)
        elif isinstance(block, Facts):
            for label, value in block.rows:
                self.line(f"  {label}: {value}")
        else:
            self.table(block)

    def table(self, block: Table) -> None:
        """A table as one line a row; its heads are read once, where it has any."""
        heads = "; ".join(head for head in block.columns if head)
        if heads:
            self.line(f"  ({heads})")
        for row in block.rows:
            self.line("  " + "; ".join(cell for cell in row if cell))

    def paragraph(self, block: Para) -> None:
        """A paragraph, wrapped; its tone is told by a sign in front, never by colour."""
        sign = {"warn": "! ", "good": "+ ", "note": "  "}.get(block.tone, "")
        for row in textwrap.wrap(block.text, WIDTH, initial_indent=sign, subsequent_indent=" " * len(sign)) or [""]:
            self.line(row)
        if block.tone == "story":
            self.line("")

    def offer(self, number: int, offer: Offer) -> None:
        """A numbered choice, with its small print."""
        small = []
        if offer.seat and offer.seat != self.seat:
            small.append(self.words(f"seat.{offer.seat}"))
        if offer.instrument and offer.instrument != "domestic":
            small.append(self.words(f"instrument.{offer.instrument}"))
        if offer.takes:
            small.append(f"{offer.takes} {self.words('unit.working_days')}")
        text = f"{number}. {offer.text}" + (f" ({', '.join(small)})" if small else "")
        if not offer.possible:
            text += f" - {offer.why_not}"
        for row in textwrap.wrap(text, WIDTH, subsequent_indent="   "):
            self.line(row)

    def choose(self, page: Page, numbered: list[Offer]) -> Action:
        """Ask until something that is there is chosen."""
        letters = {offer.key: offer for offer in page.offers if offer.key}
        while True:
            typed = self.ask(self.words("text.choose")).strip().lower()
            if typed.isdigit() and 1 <= int(typed) <= len(numbered):
                offer = numbered[int(typed) - 1]
                if offer.possible:
                    return offer.action
                self.line(offer.why_not)
            elif typed in letters:
                return letters[typed].action
            elif typed in GLOBAL:
                return GLOBAL[typed]
            elif typed:
                self.line(self.words("text.bad_choice"))

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
            decision = self.fill(action.choice)
            return Go("desk") if decision is None else self.decide(decision)
        return self.decide(action)

    def decide(self, decision: Decision) -> Go:
        """Carry a decision to the session and tell what followed."""
        before = len(self.session.play.outcomes)
        try:
            followed = self.session.decide(decision)
        except NotSaved as error:
            self.line(self.words(error.key, path=error.path, why=error.why))
            return Go("desk")
        if isinstance(followed, Refused):
            self.line(self.tell.refusal(followed))
            return Go("desk")
        self.line("")
        self.after(decision)
        self.news(decision, before)
        return Go("desk")

    def after(self, decision: Decision) -> None:
        """What the author says right after a choice."""
        if decision.act == "choose":
            beat = self.session.scenario.beats[decision.on[0]]
            said = next((c.after for c in beat.choices if c.id == decision.on[1]), "")
            if said:
                self.line(said)

    def news(self, decision: Decision, before: int) -> None:
        """Tell what this seat may know of what followed; after a wait, say why it stopped."""
        fresh = [
            o
            for o in self.session.play.outcomes[before:]
            if self.seat in o.seen_by and o.kind not in ("chosen", "stage")
        ]
        if decision.act == "wait":
            key = "desk.stopped" if fresh else "desk.quiet"
            self.line(self.words(key, date=self.words.date(self.session.play.today)))
        for outcome in fresh:
            source = f" [{self.tell.cite(outcome.source)}]" if outcome.source else ""
            for row in textwrap.wrap(f"- {self.tell.outcome(outcome)}{source}", WIDTH, subsequent_indent="  "):
                self.line(row)

    # -- forms ------------------------------------------------------------------------------------------------------

    def fill(self, choice: Choice) -> Decision | None:
        """Fill in a form heading by heading; None = put aside."""
        terms = form.first_terms(choice)
        for name in [t.name for t in choice.terms]:
            found = next(
                f for f in form.fields(choice, self.session.play.view(self.seat), self.tell, terms) if f.name == name
            )
            terms[name] = self.field(found)
        decision = form.decision_with(choice, terms)
        self.before_sending(decision)
        self.line(f"1. {self.words('form.send')}")
        self.line(f"2. {self.words('form.cancel')}")
        while True:
            typed = self.ask(self.words("text.choose")).strip()
            if typed == "1":
                return form.decision_with(choice, terms, self.ask(self.words("text.rationale")).strip())
            if typed == "2":
                return None

    def before_sending(self, decision: Decision) -> None:
        """The checklist and the expected days; in assessed mode only the days."""
        self.line("")
        self.line(self.words("form.checklist"))
        if self.session.mode == "practice":
            for state, text, rule in form.checklist_lines(self.session.play, decision, self.tell):
                self.line(
                    f"  {MARK[state]} {text}: {self.words('check.state.' + state)}"
                    + (f" [{rule}]" if rule and state == "missing" else "")
                )
        self.line("  " + form.expected_line(self.session.play, decision, self.tell))

    def field(self, found: form.Field) -> Any:
        """One heading of a form."""
        self.line("")
        self.line(found.label + (" *" if found.required else ""))
        if found.many and not found.options:
            self.line(f"  {self.words('form.nothing')}")
            return ()
        if not found.options:
            typed = self.ask(self.words("text.type")).strip()
            return typed or found.value
        for number, option in enumerate(found.options, 1):
            self.option(number, option, found)
        return self.many(found) if found.many else self.one(found)

    def option(self, number: int, option: form.Option, found: form.Field) -> None:
        """One option of a heading."""
        chosen = option.value in (found.value or ()) if found.many else option.value == found.value
        text = f"{number}. {'[x] ' if chosen else '[ ] '}{option.text}" + (f" - {option.note}" if option.note else "")
        for row in textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="       "):
            self.line(row)

    def many(self, found: form.Field) -> tuple[Any, ...]:
        """Several options ticked or unticked by their numbers."""
        chosen = list(found.value or ())
        for number in self.numbers(self.words("text.toggle"), len(found.options)):
            value = found.options[number - 1].value
            if value in chosen:
                chosen.remove(value)
            else:
                chosen.append(value)
        return tuple(chosen)

    def one(self, found: form.Field) -> Any:
        """One option by its number; nothing typed keeps what is there."""
        numbers = self.numbers(self.words("text.type"), len(found.options))
        return found.options[numbers[0] - 1].value if numbers else found.value

    def numbers(self, prompt: str, most: int) -> list[int]:
        """The numbers typed, asked again until all of them exist."""
        while True:
            typed = self.ask(prompt).replace(",", " ").split()
            if all(each.isdigit() and 1 <= int(each) <= most for each in typed):
                return [int(each) for each in typed]
            self.line(self.words("text.bad_choice"))

    # -- lines ------------------------------------------------------------------------------------------------------

    def line(self, text: str) -> None:
        """One line."""
        print(text, file=self.sink, flush=True)

    def ask(self, prompt: str) -> str:
        """A question, and the line typed."""
        print(f"{prompt} ", end="", file=self.sink, flush=True)
        typed = self.source.readline()
        if not typed:
            raise EndOfInput
        if not self.sink.isatty():
            self.line("")
        return typed.rstrip("\n")


GLOBAL: dict[str, Action] = {
    "d": Go("desk"), "i": Go("inbox"), "f": Go("casefile"), "r": Go("requests"), "l": Go("ledger"), "c": Go("contacts"),
    "k": Go("rulebook"), "n": Go("start"), "w": Go("wait"), "s": Go("seats"), "b": Go("briefing"), "h": Go("help"),
    "?": Go("help"), "q": Leave(),
}  # fmt: skip


def lines_of(page: Page) -> Iterator[str]:
    """A page as plain lines, without asking anything (for reports and for the clipboard)."""
    yield page.title
    for block in page.blocks:
        if isinstance(block, Heading):
            yield ""
            yield block.text
        elif isinstance(block, Para):
            yield from textwrap.wrap(block.text, WIDTH) or [""]
        elif isinstance(block, Facts):
            yield from (f"  {label}: {value}" for label, value in block.rows)
        elif isinstance(block, Table):
            yield from ("  " + "; ".join(cell for cell in row if cell) for row in block.rows)

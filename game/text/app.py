"""The text game: pages read aloud in plain lines, numbered choices, one thing at a time. Works over a pipe."""

import shlex
import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import Any, TextIO

from engine import Choice, Decision, Outcome, Refused
from game.pages import form
from game.pages.book import page_for
from game.pages.page import Action, Facts, Fill, Go, Heading, Leave, Offer, Page, Para, Table
from game.pages.telling import Telling
from game.saves import NotSaved
from game.session import Session
from game.words import Words

WIDTH, NARROWEST = 96, 40
MARK = {"ok": "[x]", "missing": "[ ]", "optional": "( )"}


class EndOfInput(Exception):
    """Nobody is typing any more."""


class PutAside(Exception):
    """The form is put aside; nothing is sent."""


def is_terminal(sink: TextIO | None) -> bool:
    """Does somebody sit in front of it? A closed stream is None."""
    return sink is not None and sink.isatty()


def width_of(sink: TextIO | None) -> int:
    """How long a line may be: the terminal's width, never more than reads well; a pipe has no width of its own."""
    if not is_terminal(sink):
        return WIDTH
    return max(NARROWEST, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns - 1))


class TextGame:
    """Reads pages aloud and carries decisions to the session."""

    def __init__(
        self, session: Session, words: Words, *, source: TextIO | None = None, sink: TextIO | None = None
    ) -> None:
        self.session, self.words = session, words.of(session.scenario.law)
        self.tell = Telling(session.scenario, self.words)
        self.source, self.sink = source or sys.stdin, sink or sys.stdout
        self.seat = session.play.seats[0]
        self.left, self.blank = False, False
        self.width = width_of(self.sink)

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
            print(self.words("text.resume", path=shlex.quote(str(self.session.log.path))), file=self.sink, flush=True)

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
        self.line("-" * min(self.width, len(page.title)))
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
            small.append(self.words(f"instrument.{offer.instrument}"))
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
        return self.words("text.no_number", typed=typed, most=most) if most else self.words("text.no_numbers")

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
        self.decide(action)
        return Go("desk")

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
        if decision.act == "wait" and fresh:
            self.line(self.words("desk.stopped", date=self.words.date(self.session.play.today)))
        for outcome in fresh:
            self.line(self.outcome(outcome), "- ", "  ")
        return bool(fresh)

    def outcome(self, outcome: Outcome) -> str:
        """What followed, with who says so and the source; of the story, that it waits for a decision."""
        text, sender = self.tell.news(outcome), outcome.get("sender")
        source = f" [{self.tell.cite(outcome.source)}]" if outcome.source else ""
        return f"{f'{sender}: ' if sender else ''}{text}{source}"

    # -- forms ------------------------------------------------------------------------------------------------------

    def fill(self, choice: Choice) -> Go:
        """Fill in a form heading by heading, then send it, change it or put it aside."""
        terms = form.first_terms(choice)
        self.line("")
        self.line(self.words("text.form"))
        try:
            for term in choice.terms:
                if form.is_asked(term.name, terms):
                    terms[term.name] = self.field(self.named(choice, terms, term.name))
            while not self.sent(choice, terms):
                name = self.heading(choice, terms)
                terms[name] = self.field(self.named(choice, terms, name))
        except PutAside:
            self.line(self.words("text.aside"))
        return Go("desk")

    def named(self, choice: Choice, terms: dict[str, Any], name: str) -> form.Field:
        """One heading of a form as filled in so far."""
        found = form.fields(choice, self.session.play.view(self.seat), self.tell, terms)
        return next(each for each in found if each.name == name)

    def sent(self, choice: Choice, terms: dict[str, Any]) -> bool:
        """Show what is missing and ask whether to send; False = a heading shall be changed."""
        decision = form.decision_with(choice, terms)
        self.before_sending(decision)
        for number, key in enumerate(("form.send", "text.change", "form.cancel"), 1):
            self.line(f"{number}. {self.words(key)}")
        number = self.a_number(self.words("text.one_number"), 3)
        if number == 3:
            raise PutAside
        if number == 2:
            return False
        return self.decide(form.decision_with(choice, terms, self.ask(self.words("text.rationale")).strip()))

    def heading(self, choice: Choice, terms: dict[str, Any]) -> str:
        """Which heading is to be changed."""
        self.line("")
        for number, term in enumerate(choice.terms, 1):
            self.line(f"{number}. {self.named(choice, terms, term.name).label}")
        return choice.terms[self.a_number(self.words("text.which"), len(choice.terms)) - 1].name

    def a_number(self, prompt: str, most: int) -> int:
        """One number, asked for until it is there."""
        while not (numbers := self.numbers(prompt, most)):
            self.line(self.words("text.no_number_typed", most=most))
        return numbers[0]

    def before_sending(self, decision: Decision) -> None:
        """The checklist and the expected days; in assessed mode only the days."""
        self.line("")
        self.line(f"{self.words('form.checklist')}:")
        if self.session.mode == "practice":
            for state, text, rule in form.checklist_lines(self.session.play, decision, self.tell):
                cited = f" [{rule}]" if rule and state == "missing" else ""
                self.line(f"{text}: {self.words('check.state.' + state)}{cited}", f"  {MARK[state]} ", "      ")
        else:
            self.line(self.words("form.assessed"), "  ")
        self.line(form.expected_line(self.session.play, decision, self.tell), "  ")

    def field(self, found: form.Field) -> Any:
        """One heading of a form."""
        self.line("")
        self.line(found.label + (" *" if found.required else ""))
        if found.many and not found.options:
            self.line(f"  {self.words('form.nothing')}")
            return ()
        if not found.options:
            return self.answer(self.words("text.type")) or found.value
        for number, option in enumerate(found.options, 1):
            self.option(number, option, found)
        return self.many(found) if found.many else self.one(found)

    def option(self, number: int, option: form.Option, found: form.Field) -> None:
        """One option of a heading."""
        chosen = option.value in (found.value or ()) if found.many else option.value == found.value
        text = f"{number}. {'[x] ' if chosen else '[ ] '}{option.text}" + (f" - {option.note}" if option.note else "")
        self.line(text, "  ", "       ")

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
        while len(numbers := self.numbers(self.words("text.type_number"), len(found.options))) > 1:
            self.line(self.words("text.only_one"))
        return found.options[numbers[0] - 1].value if numbers else found.value

    def numbers(self, prompt: str, most: int) -> list[int]:
        """The numbers typed, asked again until all of them exist."""
        while True:
            typed = [each.rstrip(".)") for each in self.answer(prompt).replace(",", " ").split()]
            if all(each.isdecimal() and 1 <= int(each) <= most for each in typed):
                return [int(each) for each in dict.fromkeys(typed)]
            self.line(self.words("text.only_numbers", most=most))

    def answer(self, prompt: str) -> str:
        """What is typed into a form; `?` explains, `back` puts the form aside."""
        while (typed := self.ask(prompt).strip()).lower() in ("?", "help"):
            self.line(self.words("text.form"))
        if typed.lower() in BACK:
            raise PutAside
        return typed

    # -- lines ------------------------------------------------------------------------------------------------------

    def line(self, text: str, first: str = "", rest: str | None = None) -> None:
        """A text as lines no longer than the width, the first and the others behind their own indent."""
        if not text and self.blank:
            return
        self.blank = not text
        rows = textwrap.wrap(text, self.width, initial_indent=first, subsequent_indent=first if rest is None else rest,
                             break_on_hyphens=False)  # fmt: skip
        print("\n".join(rows or [""]).replace(NO_BREAK, " "), file=self.sink, flush=True)

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


NO_BREAK = "\u00a0"
BACK = ("back", "0", "..")
GLOBAL: dict[str, Action] = {
    "d": Go("desk"), "i": Go("inbox"), "f": Go("casefile"), "r": Go("requests"), "l": Go("ledger"), "c": Go("contacts"),
    "k": Go("rulebook"), "n": Go("start"), "w": Go("wait"), "s": Go("seats"), "b": Go("briefing"), "h": Go("help"),
    "?": Go("help"), "help": Go("help"), "desk": Go("desk"), "q": Leave(), "quit": Leave(), "exit": Leave(),
}  # fmt: skip


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

"""A form at the text game: filled in heading by heading, each explained, then sent, changed or put aside."""

from collections.abc import Callable
from typing import Any

from engine import Choice, Decision
from game.pages import form
from game.pages.telling import Telling
from game.session import Session
from game.text.lines import Lines, PutAside

MARK = {"ok": "[x]", "missing": "[ ]", "optional": "( )"}
SEND, CHANGE = 1, 2


class Filling:
    """One form being filled in; `decide` carries its decision on and says whether it was taken."""

    def __init__(self, out: Lines, session: Session, seat: str, tell: Telling, choice: Choice,
                 decide: Callable[[Decision], bool]) -> None:  # fmt: skip
        self.out, self.session, self.seat, self.tell, self.words = out, session, seat, tell, tell.words
        self.choice, self.decide = choice, decide
        self.terms: dict[str, Any] = form.first_terms(choice)
        self.general = (self.words("text.form"),)

    def run(self) -> None:
        """From the first heading until it is sent or put aside."""
        self.out.line("")
        self.out.line(self.words("text.form"))
        for _, why in form.returned(self.choice.decision, self.session.play.view(self.seat), self.tell):
            self.out.line(self.words("form.came_back", why=why))
        try:
            for term in self.choice.terms:
                if form.is_asked(term.name, self.terms):
                    self.terms[term.name] = self.field(self.named(term.name))
            while not self.sent():
                name = self.heading()
                self.terms[name] = self.field(self.named(name))
        except PutAside:
            self.out.line(self.words("text.aside"))

    def named(self, name: str) -> form.Field:
        """One heading of the form as filled in so far."""
        found = form.fields(self.choice, self.session.play.view(self.seat), self.tell, self.terms)
        return next(each for each in found if each.name == name)

    def sent(self) -> bool:
        """Show what is missing and ask whether to send; False = a heading shall be changed."""
        self.before_sending(form.decision_with(self.choice, self.terms))
        number = self.out.one_of(tuple(self.words(key) for key in ("form.send", "text.change", "form.cancel")), self.general)
        if number == CHANGE:
            return False
        if number != SEND:
            raise PutAside
        return self.decide(form.decision_with(self.choice, self.terms, self.out.ask(self.words("text.rationale")).strip()))

    def heading(self) -> str:
        """Which heading is to be changed."""
        self.out.line("")
        for number, term in enumerate(self.choice.terms, 1):
            self.out.line(f"{number}. {self.named(term.name).label}")
        return self.choice.terms[self.out.a_number(self.words("text.which"), len(self.choice.terms), self.general) - 1].name

    def before_sending(self, decision: Decision) -> None:
        """The checklist, what was asked for already, the expected days and the chances; in assessed mode no checklist."""
        view = self.session.play.view(self.seat)
        self.out.line("")
        self.out.line(f"{self.words('form.checklist')}:")
        if self.session.mode == "practice":
            self.checklist(decision)
        else:
            self.out.line(self.words("form.assessed"), "  ")
        for text in form.asked_already(decision, view, self.tell):
            self.out.line(text, "  ")
        self.out.line(form.expected_line(self.session.play, decision, self.tell), "  ")
        if chances := form.chances_line(self.session.play, decision, view, self.tell):
            self.out.line(chances, "  ")

    def checklist(self, decision: Decision) -> None:
        """Every point with its state; what is missing with its rule."""
        for state, text, rule in form.checklist_lines(self.session.play, decision, self.tell):
            cited = f" [{rule}]" if rule and state == "missing" else ""
            self.out.line(f"{text}: {self.words('check.state.' + state)}{cited}", f"  {MARK[state]} ", "      ")

    # -- one heading ----------------------------------------------------------------------------------------------------

    def field(self, found: form.Field) -> Any:
        """One heading of the form."""
        self.out.line("")
        self.out.line(found.label + (" *" if found.required else ""))
        if found.came_back:
            self.out.line(found.came_back, "  ! ", "    ")
        if found.many and not found.options:
            self.out.line(f"  {self.words('form.nothing')}")
            return ()
        if not found.options:
            return self.out.answer(self.words("text.type"), self.explained(found)) or found.value
        for number, option in enumerate(found.options, 1):
            self.option(number, option, found)
        return self.many(found) if found.many else self.one(found)

    def explained(self, found: form.Field) -> tuple[str, ...]:
        """What `?` says at a heading: what it is for, the rule behind it, then what the keys do."""
        return *form.explained(found, self.tell, self.session.mode == "practice"), *self.general

    def option(self, number: int, option: form.Option, found: form.Field) -> None:
        """One option of a heading."""
        chosen = option.value in (found.value or ()) if found.many else option.value == found.value
        text = f"{number}. {'[x] ' if chosen else '[ ] '}{option.text}" + (f" - {option.note}" if option.note else "")
        self.out.line(text, "  ", "       ")

    def many(self, found: form.Field) -> tuple[Any, ...]:
        """Several options ticked or unticked by their numbers."""
        chosen = list(found.value or ())
        for number in self.out.numbers(self.words("text.toggle"), len(found.options), self.explained(found)):
            value = found.options[number - 1].value
            if value in chosen:
                chosen.remove(value)
            else:
                chosen.append(value)
        return tuple(chosen)

    def one(self, found: form.Field) -> Any:
        """One option by its number; nothing typed keeps what is there."""
        while len(numbers := self.out.numbers(self.words("text.type_number"), len(found.options), self.explained(found))) > 1:
            self.out.line(self.words("text.only_one"))
        return found.options[numbers[0] - 1].value if numbers else found.value

"""The composer: the form at the left, the letter as it takes shape in the middle, what is missing and how long at the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine import Choice, Decision
from game.pages import form
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.common import Foot, Sheet, TopBar
from game.window.screens.paper_check import acts, check_rows, checks, delay
from game.window.screens.paper_form import form_rows
from game.window.screens.paper_letter import heading, letter_rows
from game.window.screens.paper_standing import Standing, standing
from game.window.screens.reading import after
from game.window.screens.story import rule_line
from game.window.widgets import Button, Column, Panel, Row, Scroll, Space, Widget
from game.window.writing import Writing

if TYPE_CHECKING:
    from game.window.app import App

WIDE, NARROW, TALL, SECOND_LINE = 1180.0, 960.0, 640.0, 60.0
CHECKLIST = 352.0
LOW = 800.0
"""Below this height a legal basis has one line only."""
MOST_SECTIONS = 9


class Paper(Screen):
    """One paper being filled in."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice = choice
        self.terms: dict[str, Any] = form.first_terms(choice)
        self.writings: dict[str, Writing] = {}
        self.why = Writing()
        self.reading, self.low = False, False
        self.stands: tuple[Any, Standing] | None = None

    # -- what is filled in ----------------------------------------------------------------------------------------------

    def decision(self) -> Decision:
        """The paper as it stands."""
        for name, writing in self.writings.items():
            self.terms[name] = writing.text or None
        return form.decision_with(self.choice, self.terms, self.why.text.strip())

    def standing(self, app: "App") -> Standing:
        """How the paper stands, asked of the engine once between two changes."""
        decision = self.decision()
        when = (len(app.sitting.play.decisions), app.seat, app.words.language, repr(decision.on), repr(decision.terms))
        if self.stands is None or self.stands[0] != when:
            self.stands = (when, standing(app, self.choice, decision, self.terms))
        return self.stands[1]

    def set(self, app: "App", field: form.Field, value: Any) -> None:
        """Tick, untick, or choose."""
        if field.many:
            chosen = list(self.terms.get(field.name) or ())
            chosen.remove(value) if value in chosen else chosen.append(value)
            self.terms[field.name] = tuple(o.value for o in field.options if o.value in chosen)
        else:
            self.terms[field.name] = value
        app.dirty = True

    # -- the screen -----------------------------------------------------------------------------------------------------

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Three sheets; two where it is narrow, with the letter in the place of the form when it is asked for; or one."""
        stands, self.low = self.standing(app), h < LOW
        first = stands.sections[0].fields[0].name if stands.sections else "why"
        self.begins_at = (f"{first} ", f"field {first}", "field why", "turn")
        if w < NARROW:
            body: Widget = Column(gap=8, children=[self.single(app, stands), acts(app, self, stands, folded=True)])
        else:
            body = self.sheets(app, stands, w, h)
        return Sheet(bar=self.bar(app, stands, w < NARROW), body=body, foot=self.foot(app, stands), notice=app.toast)

    def sheets(self, app: "App", stands: Standing, w: float, h: float) -> Row:
        """Form, letter, checklist side by side."""
        folded = w < WIDE
        shown = [self.letter(app, stands)] if folded and self.reading else [self.form(app, stands)]
        shown += [] if folded else [self.letter(app, stands)]
        widths = (-1, 330) if folded else (-1.2, -0.94, CHECKLIST)
        return Row(widths=widths, gap=10, children=[*shown, self.right(app, stands, h, folded)])

    def form(self, app: "App", stands: Standing) -> Panel:
        """The sections to fill in."""
        return Panel(
            body=Scroll(key="form", body=Column(gap=8, children=form_rows(app, self, stands)), at=self.scrolls, pad=12)
        )

    def letter(self, app: "App", stands: Standing) -> Panel:
        """The letter."""
        rows = Column(gap=8, children=letter_rows(app, stands))
        return Panel(body=Scroll(key="letter", body=rows, at=self.scrolls, pad=32), fill="card")

    def single(self, app: "App", stands: Standing) -> Panel:
        """Everything in one column, or the letter."""
        if self.reading:
            return self.letter(app, stands)
        rows = [
            *form_rows(app, self, stands),
            Space(height=12, line=True),
            *check_rows(app, self, stands),
            delay(app, stands),
        ]
        return Panel(body=Scroll(key="form", body=Column(gap=8, children=rows), at=self.scrolls, pad=14))

    def right(self, app: "App", stands: Standing, h: float, folded: bool) -> Panel:
        """The checklist, the delay, and the acts, which are always seen; the delay too where there is the height for it."""
        rows = check_rows(app, self, stands)
        low = h < TALL + (SECOND_LINE if folded else 0)
        if low:
            rows.append(delay(app, stands))
        opening = Scroll(key="checklist", body=Column(gap=0, children=rows), at=self.scrolls, pad=10)
        parts: list[Widget] = [opening, *([] if low else [Column(pad=12, children=[delay(app, stands)])])]
        return checks(app, stands, Column(gap=0, children=[*parts, acts(app, self, stands, folded)]))

    def bar(self, app: "App", stands: Standing, short: bool) -> TopBar:
        """What it is, from where to where, the day, the way back."""
        view, words = app.view, app.words
        ways: list[tuple[str, object]] = [("flag", view.home), ("second barT2", app.tell.country(view.home))]
        if stands.to != view.home:
            ways += [
                ("icon", ("arrow-right", "barT2")),
                ("flag", stands.to),
                ("second barT2", app.tell.country(stands.to)),
            ]
        when = [
            ("icon", ("calendar", "barT2")),
            ("second barT2", words("desk.short", date=words.date(view.today), day=view.day)),
        ]
        back = Button(key="back", text=words("paper.back"), kind="bar", icon="undo-2", cap="Esc", press=app.pop)
        about = stands.title.partition(":")[2].strip() if stands.decision.act == "start" else app.tell.name(stands.decision.on[0])
        second = about or app.sitting.scenario.title
        return TopBar(title=heading(app, stands), second=second, pieces=when if short else [*ways, *when], buttons=[back])

    def foot(self, app: "App", stands: Standing) -> Foot:
        """The keys, and the rule at the focus."""
        words = app.words
        keys = [
            ("Tab", words("foot.field")),
            (f"1-{len(stands.sections) + 1}", words("foot.section")),
            ("Space", words("foot.tick")),
            ("F", words("foot.rule")),
            ("Ctrl Enter", words("foot.send")),
        ]
        rule = self.rule(stands)
        note = words("foot.rule_at", rule=app.tell.cite(rule)) if rule else words("form.unwise")
        return Foot(keys=keys, note=note)

    def rule(self, stands: Standing) -> str:
        """The rule behind what has the focus; in an assessed play no lesson of practice."""
        found = self.cited(stands)
        return "" if found.startswith("practice ") and not stands.practice else found

    def cited(self, stands: Standing) -> str:
        """What the form or the checklist cites where the focus is."""
        parts = self.focus.split(" ")
        name, number = (parts[1], "") if parts[0] in ("field", "check") else (parts[0], parts[-1])
        field = next((f for f in stands.fields if f.name == name), None)
        if field is None:
            return next((p.source or "" for p in stands.points if p.key == name), "")
        if name == "basis" and number.isdigit() and int(number) < len(field.options):
            return field.options[int(number)].reference or field.source or ""
        return field.source or ""

    # -- acts -----------------------------------------------------------------------------------------------------------

    def next_missing(self, app: "App") -> None:
        """The focus to the next heading that is missing, after the one that has it."""
        lacking = [s.name for s in self.standing(app).lacking_in_order()]
        here = self.focus.removeprefix("field ").split(" ")[0]
        turned = lacking.index(here) + 1 if here in lacking else 0
        for name in (*lacking[turned:], *lacking[:turned]):
            if self.go(app, name):
                return

    def lead(self, app: "App", name: str) -> None:
        """The focus to a heading, if there is anything to fill in."""
        self.go(app, name)

    def go(self, app: "App", name: str) -> bool:
        """The focus to a heading; False when nothing can be filled in there. Whoever reads the letter comes back to the form."""
        if self.reading:
            self.reading = False
            app.render()
        able = app.able()
        for beginning in (f"field {name}", f"{name} "):
            target = next((each for each in able if each.key.startswith(beginning)), None)
            if target is not None:
                self.focus, app.dirty = target.key, True
                return True
        return False

    def section(self, app: "App", number: int) -> None:
        """The focus to a section by its number."""
        found = self.standing(app).sections
        if number <= len(found):
            next((True for f in found[number - 1].fields if self.go(app, f.name)), False)
        else:
            self.go(app, "why")

    def turn(self, app: "App") -> None:
        """From the form to the letter and back, where both do not fit."""
        self.reading = not self.reading
        app.dirty = True

    def tell_rule(self, app: "App") -> None:
        """The rule at the focus, with its sentence."""
        rule = self.rule(self.standing(app))
        source = app.tell.source(rule) if rule else None
        if source is None:
            app.toast = [app.words("paper.no_rule")]
        else:
            app.toast = [source.title or rule, rule_line(app, rule), app.words("law.checked", date=source.checked)]
        app.dirty = True

    def add(self, app: "App") -> None:
        """The focus to the first thing that could still be asked for."""
        field = next((f for f in self.standing(app).fields if f.kind == "items"), None)
        chosen = self.terms.get("items") or ()
        free = [n for n, option in enumerate(field.options) if option.value not in chosen] if field else []
        if free:
            self.focus, app.dirty = f"items {free[0]}", True

    def send(self, app: "App") -> None:
        """Send it as it stands."""
        if app.decide(self.decision()):
            after(app)

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Send; the next missing point; sections by number; the rule; what can be added; the letter."""
        numbers = {str(n): (lambda n=n: self.section(app, n)) for n in range(1, MOST_SECTIONS + 1)}
        return {
            "ctrl enter": lambda: self.send(app),
            "n": lambda: self.next_missing(app),
            "f": lambda: self.tell_rule(app),
            "a": lambda: self.add(app),
            "v": lambda: self.turn(app),
            **numbers,
        }

"""The composer: the form at the left, the letter as it takes shape in the middle, what is missing and how long at the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine import Choice, Decision
from game.pages import form
from game.window.app import Screen
from game.window.brush import Brush
from game.window.editor import Field, Writing
from game.window.pictures.strips import draw_dots
from game.window.screens.common import Foot, Sheet, bar_for
from game.window.screens.reading import after
from game.window.theme import ICONS, SEAT_ICONS
from game.window.widgets import Button, Column, Flow, Label, Panel, Picture, Rich, Row, Scroll, Space, Tick, Widget

if TYPE_CHECKING:
    from game.window.app import App

MARKS = {"ok": ("check", "adm"), "missing": ("triangle-alert", "per"), "optional": ("circle", "ink3")}


class Paper(Screen):
    """One paper being filled in."""

    begins_at = ("items ", "basis ", "field ")

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice = choice
        self.terms: dict[str, Any] = form.first_terms(choice)
        self.writings: dict[str, Writing] = {}
        self.why = Writing()

    # -- what is filled in ----------------------------------------------------------------------------------------------

    def decision(self) -> Decision:
        """The paper as it stands."""
        for name, writing in self.writings.items():
            self.terms[name] = writing.text or None
        return form.decision_with(self.choice, self.terms, self.why.text.strip())

    def fields(self, app: "App") -> tuple[form.Field, ...]:
        """The headings that have anything to fill in."""
        found = form.fields(self.choice, app.sitting.play.view(app.seat), app.tell, self.terms)
        return tuple(f for f in found if f.options or not f.many)

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
        """Three sheets."""
        decision = self.decision()
        fields = self.fields(app)
        refusal = app.sitting.play.check(decision)
        title = app.tell.begun(decision.on) if decision.act == "start" else app.tell.decision(decision)
        left = Scroll(key="form", body=Column(gap=4, children=self.form_rows(app, fields)), at=self.scrolls, pad=14)
        letter = Scroll(
            key="letter", body=Column(gap=9, children=self.letter_rows(app, decision, fields)), at=self.scrolls, pad=34
        )
        body = Row(
            widths=(-1.15, -0.9, 352) if w >= 1100 else (-1, 330),
            gap=10,
            children=[
                Panel(body=left),
                *([Panel(body=letter, fill="card")] if w >= 1100 else []),
                self.right(app, decision, refusal),
            ],
        )
        foot = Foot(
            keys=[
                ("Tab", app.words("foot.field")),
                ("Space", app.words("foot.tick")),
                ("N", app.words("form.next_missing")),
                ("Ctrl Enter", app.words("form.send")),
            ],
            note=app.words("form.unwise"),
        )
        return Sheet(
            bar=bar_for(app, title.partition(":")[0], title.partition(":")[2].strip()),
            body=body,
            foot=foot,
            notice=app.toast,
        )

    def form_rows(self, app: "App", fields: tuple[form.Field, ...]) -> list[Widget]:
        """Each heading with its options."""
        rows: list[Widget] = []
        for field in fields:
            filled = self.terms.get(field.name) not in (None, (), "", [])
            note = (
                [("right", (app.tell.cite(field.source), "second", "ink3"))]
                if field.source and not field.source.startswith("practice")
                else []
            )
            icon = ("check", "adm") if filled else ("triangle-alert", "per") if field.required else ("circle", "ink3")
            rows.append(Rich(pieces=[("icon", icon), ("label ink", field.label), *note], height=26))
            if not field.options:
                writing = self.writings.setdefault(field.name, Writing(str(self.terms.get(field.name) or "")))
                rows.append(Field(key=f"field {field.name}", writing=writing, rows=2, hint=app.words("form.write")))
            for number, option in enumerate(field.options):
                value = self.terms.get(field.name)
                on = option.value in (value or ()) if field.many else option.value == value
                rows.append(
                    Tick(
                        key=f"{field.name} {number}",
                        text=option.text,
                        note=option.note,
                        on=on,
                        one_of=not field.many,
                        barred=option.barred,
                        press=lambda f=field, v=option.value: self.set(app, f, v),
                    )
                )
            rows.append(Space(height=6))
        rows += [
            Rich(pieces=[("icon", ("pencil", "ink3")), ("label ink", app.words("form.why"))], height=26),
            Field(key="field why", writing=self.why, rows=3, hint=app.words("form.why_hint")),
        ]
        return rows

    def letter_rows(self, app: "App", decision: Decision, fields: tuple[form.Field, ...]) -> list[Widget]:
        """The letter, with the gaps where a receiving lawyer would see them."""
        words, tell = app.words, app.tell
        view = app.sitting.play.view(app.seat)
        to = form.country_of(decision, view)
        lacking = {f.name for f in fields if f.required}
        if app.sitting.play.check(decision) is None:
            lacking |= {p.key for p in app.sitting.play.preview(decision).points if p.state == "missing"}
        rows: list[Widget] = [
            Row(
                widths=(-1, -1),
                children=[
                    Label(text=f"{tell.country(view.home)}\n{words('seat.' + app.seat)}", role="letter"),
                    Label(text=words.date(view.today), role="letter", align="right"),
                ],
            ),
            Space(height=6, line=True),
            Label(text=words("letter.to", country=tell.country(to)), role="letter"),
            Label(
                text=words(f"procedure.{decision.on[0]}")
                if decision.act == "start"
                else words(f"act.{decision.on[1]}"),
                role="screen",
            ),
        ]
        for field in fields:
            value = self.terms.get(field.name)
            chosen = (
                [o.text for o in field.options if (o.value in (value or ()) if field.many else o.value == value)]
                if field.options
                else ([str(value)] if value else [])
            )
            if field.kind == "yes_no" and value is not True:
                chosen = []
            gap = not chosen and field.name in lacking
            text = "; ".join(chosen) if chosen else words("letter.gap")
            if chosen or gap:
                rows.append(
                    Column(
                        gap=0,
                        children=[
                            Label(text=field.label, role="letter_strong"),
                            Label(text=text, role="letter" if chosen else "quote", token="ink" if chosen else "per"),
                        ],
                    )
                )
        if self.why.text:
            rows.append(Label(text=self.why.text, role="quote", token="ink3"))
        return rows

    def right(self, app: "App", decision: Decision, refusal: Any) -> Panel:
        """The checklist and the delay."""
        words = app.words
        rows: list[Widget] = []
        missing = 0
        if refusal is None:
            points = (
                form.checklist_lines(app.sitting.play, decision, app.tell) if app.sitting.mode == "practice" else ()
            )
            for state, text, rule in points:
                missing += state == "missing"
                icon, token = MARKS[state]
                rows.append(
                    Rich(
                        pieces=[("icon", (icon, token)), ("label ink" if state == "missing" else "body ink2", text)],
                        height=22,
                    )
                )
                if state == "missing" and rule:
                    rows.append(
                        Row(widths=(20, -1), children=[Space(), Label(text=rule, role="second", token="ink3", most=3)])
                    )
            if app.sitting.mode != "practice":
                rows.append(Label(text=words("form.assessed"), role="second", token="ink3"))
            preview = app.sitting.play.preview(decision)
            rows += [
                Space(height=10, line=True),
                Label(text=words("form.expected_title"), role="label"),
                Label(text=form.expected_line(app.sitting.play, decision, app.tell), role="body"),
            ]
            if preview.days and preview.days[-1]:
                limit = self.limit(app, decision)
                instrument = (
                    app.sitting.scenario.procedures[decision.on[0]].instrument if decision.act == "start" else "mla"
                )
                rows.append(
                    Picture(key="", height=120, draw=lambda b, box: draw_dots(b, box, preview.days, limit, instrument))
                )
                if limit is not None:
                    good = sum(1 for day in preview.days if day <= limit)
                    rows.append(
                        Label(
                            text=words("form.in_time", good=good, of=len(preview.days)),
                            role="label",
                            token="ink" if good > len(preview.days) // 2 else "exc",
                        )
                    )
                rows.append(Label(text=words("form.dots"), role="second", token="ink3"))
        else:
            rows.append(Rich(pieces=[("icon", ("lock", "exc")), ("body exc", app.tell.refusal(refusal))]))
        seat = self.choice.decision.seat
        acts: list[Widget] = [
            Space(height=8, line=True),
            Rich(
                pieces=[
                    ("icon", (SEAT_ICONS[seat], "ink2")),
                    ("second ink2", words(f"seat.{seat}")),
                    ("icon", (ICONS[self.choice.instrument], "ink2")),
                    ("second ink2", words(f"instrument.{self.choice.instrument}")),
                ]
            ),
            Flow(
                children=[
                    Button(
                        key="next missing",
                        text=words("form.next_missing"),
                        kind="primary" if missing else "plain",
                        icon="list",
                        cap="N",
                        enabled=bool(missing),
                        tip=words("form.complete"),
                        height=36,
                        press=lambda: self.next_missing(app),
                    ),
                    Button(
                        key="send",
                        text=words("form.send_anyway" if missing else "form.send"),
                        kind="plain" if missing else "primary",
                        icon="send",
                        height=36,
                        enabled=refusal is None,
                        tip=app.tell.refusal(refusal) if refusal else "",
                        press=lambda: self.send(app),
                    ),
                ]
            ),
        ]
        note = words("form.missing", n=missing) if missing else ""
        return Panel(
            title=words("form.checklist"),
            icon="list",
            note=note,
            body=Scroll(key="checklist", body=Column(gap=5, children=[*rows, *acts]), at=self.scrolls, pad=12),
        )

    def limit(self, app: "App", decision: Decision) -> int | None:
        """In how many calendar days the first thing asked for perishes."""
        view = app.sitting.play.view(app.seat)
        asked = {*decision.on[2:], *(self.terms.get("items") or ())}
        days = [
            max(i.perishes, i.kept_until or 0) - view.today
            for i in view.items
            if i.id in asked and i.perishes and (i.kept_until or 0) < i.perishes
        ]
        return min(days) if days else None

    # -- acts -----------------------------------------------------------------------------------------------------------

    def next_missing(self, app: "App") -> None:
        """The focus to the first heading that the checklist misses."""
        missing = (
            [p.key for p in app.sitting.play.preview(self.decision()).points if p.state == "missing"]
            if app.sitting.play.check(self.decision()) is None
            else []
        )
        required = [f.name for f in self.fields(app) if f.required and not self.terms.get(f.name)]
        for name in (*required, *missing):
            target = next((each for each in app.able() if each.key.startswith((f"{name} ", f"field {name}"))), None)
            if target is not None:
                self.focus = target.key
                app.dirty = True
                return

    def send(self, app: "App") -> None:
        """Send it as it stands."""
        if app.decide(self.decision()):
            after(app)

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Send, and the next missing point."""
        return {"ctrl enter": lambda: self.send(app), "n": lambda: self.next_missing(app)}

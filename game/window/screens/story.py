"""A moment of the story: what happens at the left, what can be done at the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine import BeatView, ChoiceView, Decision
from game.pages.page import Go
from game.window.app import Screen
from game.window.brush import Brush
from game.window.choices import Equal, Foreseen, SmallPrint
from game.window.listed import Listed
from game.window.pictures.scenes import draw_scene, motif_for
from game.window.screens.common import Foot, Sheet, TopBar, bar_for
from game.window.screens.reading import after, going, perform
from game.window.theme import ICONS, SEAT_ICONS
from game.window.widgets import Button, Card, Column, Flow, Label, Panel, Picture, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

PICTURE, LEAST_FOR_PICTURE, NARROW = 260.0, 440.0, 960.0
MOST_CARDS, UNDONE = 9, 200.0
SHORTEST_ACT = 14
"""Letters that an act has at least: less than that is a word of the sentence that follows."""


class Story(Screen):
    """One beat with its choices."""

    begins_at = ("choice ",)

    def __init__(self, beat: str) -> None:
        super().__init__()
        self.beat = beat
        self.chosen = "choice 1"

    # -- the screen -----------------------------------------------------------------------------------------------------

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Letter and choices; one below the other where the window is narrow."""
        found = next((b for b in app.view.beats if b.id == self.beat), None)
        if found is None:
            return gone(app)
        if self.focus.startswith("choice "):
            self.chosen = self.focus
        if w < NARROW:
            rows: list[Widget] = [*self.letter(app, found), Space(height=8, line=True), *self.what(app, found)]
            page = Panel(
                body=Scroll(key="letter", body=Column(gap=6, children=rows), at=self.scrolls, pad=20), fill="card"
            )
            body: Widget = Column(gap=8, children=[page, self.acts(app, found)])
        else:
            body = Row(widths=(-0.95, -1), gap=12, children=[self.page(app, found, h), self.right(app, found)])
        return Sheet(bar=self.bar(app, found), body=body, foot=foot(app, found), notice=app.toast)

    def bar(self, app: "App", found: BeatView) -> TopBar:
        """The case, the day, until when, and the way to the desk."""
        view, words = app.view, app.words
        pieces: list[tuple[str, object]] = [
            ("icon", ("calendar", "barT2")),
            ("second barT2", words("desk.short", date=words.date(view.today), day=view.day)),
        ]
        if found.by:
            pieces += [("icon", ("hourglass", "alert")), ("second barT", words("beat.by", date=words.day(found.by)))]
        look = Button(key="back", text=words("beat.look"), kind="bar", icon="map", cap="D", press=app.pop)
        second = f"{words('seat.' + app.seat)} · {app.tell.country(view.home)}"
        return TopBar(title=app.sitting.scenario.title, second=second, pieces=pieces, buttons=[look])

    def page(self, app: "App", found: BeatView, h: float) -> Panel:
        """The page to read, under its picture."""
        text = Scroll(key="letter", body=Column(gap=4, children=self.letter(app, found)), at=self.scrolls, pad=38)
        if h < LEAST_FOR_PICTURE:
            return Panel(body=text, fill="card")
        motif, night = motif_for(found.picture, found.title, found.text, app.seat, app.words)
        high = min(PICTURE, h * 0.28)
        picture = Picture(height=high, draw=lambda b, box: draw_scene(b, box, motif, night, self.beat))
        return Panel(body=Column(gap=0, children=[picture, text]), fill="card")

    def letter(self, app: "App", found: BeatView) -> list[Widget]:
        """When it came and to whom, its title, its paragraphs."""
        seats = ", ".join(app.words(f"seat.short.{seat}") for seat in found.seats or (app.seat,))
        meta = f"{app.words.date(found.since)} · {app.words('beat.came', seats=seats)}"
        paragraphs = (" ".join(part.split()) for part in found.text.strip().split("\n\n"))
        return [
            Rich(pieces=[("icon", (SEAT_ICONS[app.seat], "ink3")), ("second ink3", meta)]),
            Label(text=found.title or found.id, role="story_title"),
            Space(height=4),
            *(Label(text=part, role="story", gap=8) for part in paragraphs if part),
            *self.knowledge(app, found),
        ]

    def knowledge(self, app: "App", found: BeatView) -> list[Widget]:
        """What whoever decides knows and does not know, side by side below a line."""
        pairs = (("beat.known", found.known), ("beat.open", found.open))
        lists: list[Widget] = [Listed(title=app.words(key), lines=lines) for key, lines in pairs if lines]
        return [Space(height=12, line=True), Row(gap=24, children=lists)] if lists else []

    def right(self, app: "App", found: BeatView) -> Widget:
        """The question, the cards, and the acts that are always in reach."""
        head, cards = self.what(app, found)
        opening = Scroll(key="choices", body=cards, at=self.scrolls, pad=4)
        return Column(gap=8, children=[head, opening, self.acts(app, found)])

    def what(self, app: "App", found: BeatView) -> tuple[Widget, Widget]:
        """The question with its hint, and the cards."""
        hint: list[tuple[str, object]] = []
        if app.sitting.mode == "practice" and any(c.foreseen for c in found.choices):
            hint = [("right", (app.words("beat.foresee"), "second", "ink2"))]
        head = Rich(pieces=[("screen ink", app.words("beat.what")), *hint], height=30)
        return head, Equal(gap=10, children=[self.card(app, n, c) for n, c in enumerate(found.choices, 1)])

    # -- a card ---------------------------------------------------------------------------------------------------------

    def card(self, app: "App", number: int, choice: ChoiceView) -> Card:
        """One choice; one that is barred stays, with its reason."""
        able, why = choice.possible and choice.mine, why_not(app, choice)
        act, rest = act_and_sentence(choice.text)
        rows: list[Widget] = [Label(text=act, role="label", token="ink" if able else "ink3")]
        if rest:
            rows.append(Label(text=rest, role="body", token="ink2" if able else "ink3"))
        line, citation = self.foreseen(app, choice, able), citation_of(app, choice.source or "")
        rows.append(SmallPrint(pieces=small_print(app, self.beat, choice), gap=14, citation="" if line else citation))
        if not able:
            rows.append(Rich(pieces=[("icon", ("lock", "exc")), ("second exc", why)]))
        if line:
            rows.append(line)
        key = f"choice {number}"
        return Card(
            key=key,
            number=str(number),
            body=Column(gap=4, children=rows),
            enabled=able,
            tip=why,
            selected=key == self.chosen and not self.focus.startswith("choice ") and bool(self.focus),
            press=lambda: self.take(app, choice.seat, choice.id),
        )

    def foreseen(self, app: "App", choice: ChoiceView, able: bool) -> Foreseen | None:
        """What can be foreseen (a hint of practice), and beside it the rule at stake."""
        words = app.words
        shown = choice.foreseen if able and app.sitting.mode == "practice" else ()
        effects = [
            (clock, way, words(f"foresee.{clock}"), words("foresee.up" if way > 0 else "foresee.down"))
            for clock, way in shown
        ]
        return Foreseen(effects=effects, citation=citation_of(app, choice.source or "")) if effects else None

    # -- acts -----------------------------------------------------------------------------------------------------------

    def acts(self, app: "App", found: BeatView) -> Widget:
        """Decide, the rules, and the other seats that may decide."""
        words = app.words
        others = list(dict.fromkeys(c.seat for c in found.choices if not c.mine))
        buttons = [
            Button(key="decide", text=words("beat.decide_now"), kind="primary", cap="Enter", height=36,
                   tip=words("beat.undone"), press=lambda: self.decide(app)),
            Button(key="rules", text=words("beat.rules"), icon="book-open", cap="F", height=36, press=lambda: self.rules(app)),
            *(self.passing(app, seat, first=n == 0) for n, seat in enumerate(others)),
        ]  # fmt: skip
        undone = Label(text=words("beat.undone"), role="second", token="ink2", align="right")
        if not found.choices:
            return Flow(children=list(buttons[1:]))
        line = Row(widths=(-1, UNDONE), children=[Flow(children=list(buttons)), Column(pad=10, children=[undone])])
        return Column(gap=8, children=[Space(height=2, line=True), line])

    def passing(self, app: "App", seat: str, first: bool) -> Button:
        """Pass the laptop to a seat that has a choice here."""
        text = app.words("beat.pass", seat=app.words(f"seat.short.{seat}"))
        return Button(
            key=f"seat {seat}", text=text, icon=SEAT_ICONS[seat], cap="P" if first else "", height=36,
            press=lambda: perform(app, self, Go("seat", f"{seat} {self.beat}")),
        )  # fmt: skip

    def decide(self, app: "App") -> None:
        """Take the choice that had the focus last."""
        card = next((each for each in app.able() if each.key == self.chosen), None)
        if card is not None:
            app.press(card)

    def rules(self, app: "App") -> None:
        """The rules that the choices cite, each with its sentence."""
        found = next((b for b in app.view.beats if b.id == self.beat), None)
        cited = dict.fromkeys(c.source for c in found.choices if c.source) if found else {}
        law = [each for each in cited if app.sitting.mode == "practice" or not each.startswith("practice ")]
        app.toast = (
            [app.words("beat.rules"), *(rule_line(app, each) for each in law)]
            if law
            else [app.words("beat.rules_none")]
        )
        app.dirty = True

    def take(self, app: "App", seat: str, choice: str) -> None:
        """Decide; what the author says at once is told first."""
        beat = app.sitting.scenario.beats[self.beat]
        if app.decide(Decision(seat, "choose", (self.beat, choice))):
            said = next((c.after for c in beat.choices if c.id == choice), "")
            if said:
                app.toast.insert(0, said)
            after(app)

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits press choices; F tells the rules, P passes the laptop."""
        able = {each.key: each for each in app.able()}
        digits = {
            str(n): (lambda each=able[f"choice {n}"]: self.focus_or_press(app, each))
            for n in range(1, MOST_CARDS + 1)
            if f"choice {n}" in able
        }
        other = next((each for key, each in able.items() if key.startswith("seat ")), None)
        passing = {"p": lambda: app.press(other)} if other is not None else {}
        return {**going(app), "f": lambda: self.rules(app), **passing, **digits}

    def focus_or_press(self, app: "App", card: Widget) -> None:
        """A digit moves the focus to the choice; the same digit again, or Enter, takes it."""
        if self.focus == card.key:
            app.press(card)
        self.focus = card.key
        app.dirty = True


def gone(app: "App") -> Sheet:
    """A beat that is no longer on the table."""
    text = Label(text=app.words("refused.not_on_the_table"))
    return Sheet(
        bar=bar_for(app, app.words("page.decisions")),
        body=Panel(body=Column(pad=24, children=[text])),
        notice=app.toast,
    )


def foot(app: "App", found: BeatView) -> Foot:
    """The keys of the screen."""
    words = app.words
    keys = [
        (f"1-{max(1, len(found.choices))}", words("foot.choose")),
        ("Enter", words("foot.decide")),
        ("F", words("foot.rules")),
        ("D", words("foot.desk")),
        ("Esc", words("foot.back")),
    ]
    return Foot(keys=keys, note=words("app.invented"))


def act_and_sentence(text: str) -> tuple[str, str]:
    """A choice is its act, up to the first full stop or dash; what follows explains it."""
    plain = " ".join(text.split())
    ends = sorted((at, end) for end in (". ", " - ") if (at := plain.find(end)) > min(SHORTEST_ACT, len(plain) // 5))
    if not ends:
        return plain.removesuffix("."), ""
    at, end = ends[0]
    rest = plain[at + len(end) :]
    return plain[:at], rest[:1].upper() + rest[1:]


def why_not(app: "App", choice: ChoiceView) -> str:
    """Why this seat cannot take a choice; nothing when it can."""
    if not choice.possible:
        return choice.why_not
    return "" if choice.mine else app.words("refused.wrong_seat", seat=app.words(f"seat.{choice.seat}"))


def small_print(app: "App", beat: str, choice: ChoiceView) -> list[tuple[str, object]]:
    """Instrument, seat, days."""
    words = app.words
    token = choice.instrument if choice.instrument != "domestic" else "ink2"
    days = (
        words("beat.today")
        if not choice.takes
        else words("beat.day")
        if choice.takes == 1
        else words("beat.days", n=choice.takes)
    )
    return [
        ("icon", (ICONS[choice.instrument], token, app.tell.way(choice.instrument, app.tell.begins(beat, choice.id)))),
        ("icon", (SEAT_ICONS[choice.seat], "ink2", words(f"seat.short.{choice.seat}"))),
        ("icon", ("calendar", "ink2", days)),
    ]


def citation_of(app: "App", cited: str) -> str:
    """The rule at stake as a card cites it; a lesson of practice by its short name, in an assessed play only as one."""
    if cited.startswith("practice "):
        lesson = cited.removeprefix("practice ").replace("-", " ")
        return app.words("beat.lesson", lesson=lesson) if app.sitting.mode == "practice" else app.words("beat.practice")
    source = app.tell.source(cited)
    return app.tell.called(cited, source) if source is not None else cited


def rule_line(app: "App", reference: str) -> str:
    """A reference and what it says."""
    source = app.tell.source(reference)
    cited = app.tell.cite(reference)
    return f"{cited}: {source.says}" if source is not None and source.says not in cited else cited

"""The right sheet of the composer: the checklist with its rules, the expected delay, and the acts."""

from functools import partial
from typing import TYPE_CHECKING

from engine import Point
from game.pages import form
from game.window.brush import Box, Brush
from game.window.pictures.delays import ChannelRow, draw_delay, most_of
from game.window.screens.paper_standing import Standing
from game.window.theme import SEAT_ICONS
from game.window.widgets import Button, Card, Column, Flow, Label, Panel, Picture, Rich, Row, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App
    from game.window.screens.paper import Paper

MARKS = {"missing": ("triangle-alert", "per"), "optional": ("circle", "ink3"), "ok": ("check", "adm")}
URGENCY = tuple(MARKS)
DOTS, RULE_LINES = 104.0, 2


def checks(app: "App", stands: Standing, body: Widget) -> Panel:
    """The sheet, with how many points are missing in its head."""
    note = app.words("form.missing", n=stands.missing) if stands.missing else ""
    return Panel(title=app.words("form.checklist"), icon="list", note=note, note_token="per", body=body)


def check_rows(app: "App", paper: "Paper", stands: Standing) -> list[Widget]:
    """Every point with its state; what is missing with its rule. Each leads to its heading."""
    words = app.words
    told = {point.key for point in stands.points} if stands.practice else set()
    rows: list[Widget] = [
        row(app, paper, f.name, "missing", f.label, "") for f in stands.lacking_in_order() if f.name not in told
    ]
    if stands.barred is not None:
        why = Label(text=app.tell.refusal(stands.barred), token="exc")
        rows.append(Row(widths=(20, -1), gap=6, children=[Rich(pieces=[("icon", ("lock", "exc"))]), why]))
    elif not stands.practice:
        rows.append(Label(text=words("form.assessed"), role="second", token="ink3"))
    else:
        ordered = sorted(stands.points, key=lambda each: URGENCY.index(each.state))
        rows += [row(app, paper, p.key, p.state, form.point_text(p, words), beside(app, p)) for p in ordered]
    return [*came_back(app, paper, stands), *rows, *asked_already(app, stands)]


def came_back(app: "App", paper: "Paper", stands: Standing) -> list[Widget]:
    """Why the paper to be supplemented came back; what concerns a heading leads to it."""
    headings = {f.name for f in stands.fields}
    rows: list[Widget] = []
    for name, why in form.returned(stands.decision, app.view, app.tell):
        text = Label(text=app.words("form.came_back", why=why))
        line = Row(widths=(18, -1), gap=6, children=[Rich(pieces=[("icon", ("undo-2", "per"))]), text])
        rows.append(Card(key=f"came back {name}", body=line, fill="panel", border="panel", pad=3, ring_inside=True,
                         press=partial(paper.lead, app, name)) if name in headings else line)  # fmt: skip
    return rows


def asked_already(app: "App", stands: Standing) -> list[Widget]:
    """What was asked for already, in another paper."""
    return [Row(widths=(18, -1), gap=6, children=[Rich(pieces=[("icon", ("info", "ink2"))]), Label(text=line, role="second", token="ink2")])
            for line in form.asked_already(stands.decision, app.view, app.tell)]  # fmt: skip


def beside(app: "App", point: Point) -> str:
    """What stands under a point: the rule where it is missing."""
    if point.state == "optional":
        return app.words("check.optional")
    return app.tell.cite(point.source) if point.state == "missing" and point.source else ""


def row(app: "App", paper: "Paper", name: str, state: str, text: str, rule: str) -> Card:
    """A point as a row to press."""
    icon, token = MARKS[state]
    words: list[Widget] = [
        Label(text=text, role="label" if state == "missing" else "body", token="ink" if state == "missing" else "ink2")
    ]
    if rule:
        words.append(Label(text=rule, role="second", token="ink3", most=RULE_LINES))
    body = Row(widths=(18, -1), gap=6, children=[Rich(pieces=[("icon", (icon, token))]), Column(gap=0, children=words)])
    return Card(key=f"check {name}", body=body, fill="panel", border="panel", pad=3, ring_inside=True,
                words=app.words(f"check.state.{state}"), press=partial(paper.lead, app, name))  # fmt: skip


# -- the delay ----------------------------------------------------------------------------------------------------------


def delay(app: "App", stands: Standing) -> Column:
    """The expected delay: the range, the chances, twenty dots, the channels."""
    words = app.words
    head = Rich(pieces=[("label ink", words("form.expected_title")),
                        ("right", (words("delay.with_channel"), "second", "ink3"))], height=22)  # fmt: skip
    if not stands.days or not stands.days[-1]:
        return Column(
            gap=4, children=[Space(height=2, line=True), head, Label(text=words("form.expected_none"), token="ink2")]
        )
    days = stands.days
    big = Rich(pieces=[
        ("big ink", reach(app, days)),
        ("second ink3", words("delay.usual", n=days[len(days) // 2])),
    ], height=28)  # fmt: skip
    in_time = [chances(app, stands)] if stands.value("items") or stands.limit is not None else []
    return Column(gap=3, children=[Space(height=2, line=True), head, big, *in_time, dots(app, stands),
                                   Label(text=words("form.dots"), role="second", token="ink3"), *channels(app, stands)])  # fmt: skip


def reach(app: "App", days: tuple[int, ...]) -> str:
    """From the early to the late tenth, or the one number they share."""
    low, high = days[1], days[-2]
    return app.words("delay.exact", n=low) if low == high else app.words("delay.range", low=low, high=high)


def chances(app: "App", stands: Standing) -> Widget:
    """How many of twenty come before the first item is lost."""
    limit = stands.limit
    if limit is None:
        return Label(text=app.words("delay.nothing_lost"), role="second", token="ink2")
    good = form.in_time(stands.days, limit)
    token = "ink" if 2 * good > len(stands.days) else "exc"
    return Label(text=app.words("form.in_time", good=good, of=len(stands.days)), role="label", token=token)


def dots(app: "App", stands: Standing) -> Picture:
    """The strip of twenty."""
    said = deadline_words(app, stands)

    def draw(brush: Brush, box: Box) -> None:
        if brush.surface.get_clip().w:
            draw_delay(brush, box, stands.days, stands.limit, said, stands.instrument)

    return Picture(height=DOTS, draw=draw, words=said)


def deadline_words(app: "App", stands: Standing) -> str:
    """The day and what is lost on it."""
    if stands.lost is None:
        return ""
    item, days = stands.lost
    return app.words("delay.lost", date=app.words.short_date(app.view.today + days), item=item.id)


def channels(app: "App", stands: Standing) -> list[Widget]:
    """Every channel: its usual days, and how many of twenty come in time."""
    known = [(name, days) for name, days in stands.by_channel if days and days[-1]]
    if not known:
        return []
    words, limit = app.words, stands.limit
    most = max(most_of(days, limit) for _, days in known)
    right = words("delay.head_in_time") if limit is not None else words("delay.head")
    rows: list[Widget] = [
        Rich(pieces=[("second ink3", words("delay.by_channel")), ("right", (right, "second", "ink3"))], height=18)
    ]
    for name, days in known:
        good = form.in_time(days, limit) if limit is not None else 0
        text = words(f"channel.short.{name}")
        rows.append(ChannelRow(
            name=text[:1].upper() + text[1:], days=days, limit=limit, most=most, on=stands.value("channel") == name,
            usual=words("delay.days", n=days[len(days) // 2]), token=stands.instrument,
            in_time=words("delay.of", good=good, of=len(days)) if limit is not None else "",
        ))  # fmt: skip
    return [Space(height=4), Column(gap=0, children=rows)]


# -- the acts -----------------------------------------------------------------------------------------------------------


def acts(app: "App", paper: "Paper", stands: Standing, folded: bool) -> Column:
    """Whose act it is and what it costs; the next missing point; send."""
    words, seat, takes = app.words, paper.choice.decision.seat, paper.choice.takes
    cost = words("beat.today") if not takes else words("beat.day") if takes == 1 else words("beat.days", n=takes)
    line = Rich(
        pieces=[("icon", (SEAT_ICONS[seat], "ink2", words(f"seat.{seat}"))), ("end icon", ("calendar", "ink2", cost))]
    )
    buttons: list[Widget] = [*missing_button(app, paper, stands), send_button(app, paper, stands)]
    if folded:
        text = words("paper.form" if paper.reading else "paper.letter")
        buttons.append(
            Button(key="turn", text=text, icon="file-text", cap="V", height=36, press=lambda: paper.turn(app))
        )
    return Column(gap=8, pad=12, children=[line, Flow(children=buttons)])


def missing_button(app: "App", paper: "Paper", stands: Standing) -> list[Widget]:
    """The way to the next missing point: the first thing to do while there is one."""
    some = bool(stands.missing)
    if not some and not stands.practice:
        return []
    return [Button(key="next missing", text=app.words("form.next_missing"), kind="primary" if some else "plain", icon="list",
                   cap="N", enabled=some, tip="" if some else app.words("form.complete"), height=36,
                   press=lambda: paper.next_missing(app))]  # fmt: skip


def send_button(app: "App", paper: "Paper", stands: Standing) -> Button:
    """Send; while something is missing, send anyway: to be returned is a lesson."""
    some = bool(stands.missing)
    return Button(key="send", text=app.words("form.send_anyway" if some else "form.send"), kind="plain" if some else "primary",
                  icon="send", height=36, enabled=stands.refusal is None, press=lambda: paper.send(app),
                  tip=app.tell.refusal(stands.refusal) if stands.refusal is not None else "")  # fmt: skip

"""The letter as it takes shape, with its gaps where a receiving lawyer would see them."""

from typing import TYPE_CHECKING

from game.pages import form
from game.window.letters import Close, Running
from game.window.screens.paper_standing import FAR_FROM_HOME, Standing, empty
from game.window.widgets import Column, Label, Row, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

Pieces = list[tuple[str, str, bool]]
TOP_LINE = ("urgent", "confidential", "channel", "language")
OWN_PLACE = ("items", "basis", "urgency_reason", *TOP_LINE)


def letter_rows(app: "App", stands: Standing) -> list[Widget]:
    """Sender, place and day; to whom; what it is; the paragraphs; seal and signature."""
    words, tell = app.words, app.tell
    to = words(stands.words_key(words, "letter.to"), country=tell.country(stands.to), who=contact(app, stands))
    rows: list[Widget] = [
        *sender(app),
        Label(text=to, role="letter"),
        Space(height=2),
        Label(text=heading(app, stands), role="screen"),
    ]
    if top := top_line(app, stands):
        rows.append(Label(text=top, role="quote", token="ink2"))
    rows += [Running(pieces=pieces) for pieces in paragraphs(app, stands) if pieces]
    complete = stands.refusal is None and not stands.lacking
    seal = words("letter.sealed" if complete and stands.practice else "letter.seal")
    close = Close(office=words(f"seat.{app.seat}"), seal=seal, complete=complete and stands.practice,
                  sealed=stands.procedure in FAR_FROM_HOME)  # fmt: skip
    return [*rows, Space(height=6), close]


def contact(app: "App", stands: Standing) -> str:
    """Whom a question or a message goes to, by name and post; nothing where it goes to an office."""
    found = next((id for id in stands.decision.on if id in app.sitting.scenario.contacts), None)
    return app.tell.contact(found) if found else ""


def heading(app: "App", stands: Standing) -> str:
    """What the paper is: the instrument; of a later act what that act adds to it."""
    paper = app.words(f"procedure.{stands.procedure}")
    return app.words(f"letter.heading.{stands.decision.on[1]}", paper=paper) if stands.decision.act == "step" else paper


def sender(app: "App") -> list[Widget]:
    """From whom, where, when."""
    view, words = app.view, app.words
    home = app.sitting.scenario.law.countries.get(view.home)
    place = f"{home.seat}, {words.short(view.today)}" if home is not None and home.seat else words.short(view.today)
    left = Column(gap=0, children=[
        Label(text=app.tell.country(view.home), role="letter_strong"),
        Label(text=words(f"seat.{app.seat}"), role="letter"),
    ])  # fmt: skip
    right = Column(gap=0, children=[
        Label(text=words("letter.reference", date=words.short(view.start)), role="letter", align="right", most=1),
        Label(text=place, role="letter", align="right"),
    ])  # fmt: skip
    return [Row(widths=(-1, -1), children=[left, right]), Space(height=4, line=True)]


def top_line(app: "App", stands: Standing) -> str:
    """Urgent, confidential, by which channel, in which language: in one line."""
    words, found = app.words, []
    found += [words(f"letter.{name}") for name in ("urgent", "confidential") if stands.value(name) is True]
    for name in ("channel", "language"):
        field = next((f for f in stands.fields if f.name == name), None)
        option = next((o for o in field.options if o.value == stands.value(name)), None) if field else None
        if option is not None:
            found.append(words(f"letter.by.{name}", what=option.text))
    return " ".join(found)


def paragraphs(app: "App", stands: Standing) -> list[Pieces]:
    """Every paragraph: what it rests on, what is asked, then heading by heading."""
    found = [opening(app, stands), request(app, stands)]
    found += [paragraph(app, stands, field) for field in stands.fields if field.name not in OWN_PLACE]
    return [*found, *(written(app, stands, field) for field in stands.fields if field.name == "urgency_reason")]


def opening(app: "App", stands: Standing) -> Pieces:
    """What the letter does, and on which basis."""
    words = app.words
    does = stands.procedure if stands.decision.act == "start" else stands.decision.on[1]
    act = words(f"letter.opens.{does}", who=about(app, stands))
    field = next((f for f in stands.fields if f.name == "basis"), None)
    if field is None:
        return [(act, "letter", False)]
    cited = [o for o in field.options if o.value in (stands.value("basis") or ())]
    if not cited:
        return [
            (words("letter.under"), "letter_strong", False),
            (words("letter.gap.basis"), "letter", gap(stands, field)),
            (act, "letter", False),
        ]
    last = len(cited) - 1
    named = [
        (basis_words(o) + ("." if n == last else ";"), "letter", stands.practice and o.barred)
        for n, o in enumerate(cited)
    ]
    return [(words("letter.under"), "letter_strong", False), *named, (act, "letter", False)]


def basis_words(option: form.Option) -> str:
    """A basis as a letter names it."""
    return option.formal or option.title or option.text


def about(app: "App", stands: Standing) -> str:
    """Whom or what a paper is about from the start."""
    on = stands.decision.on
    ids = on[2:] if stands.decision.act == "start" else next((r.about for r in app.view.requests if r.id == on[0]), ())
    titles = {i.id: i.title for i in app.view.items}
    return "; ".join(titles.get(id) or app.tell.name(id) for id in ids)


def request(app: "App", stands: Standing) -> Pieces:
    """What is asked for, numbered."""
    field = next((f for f in stands.fields if f.name == "items"), None)
    asked = [o.formal or o.text for o in field.options if o.value in (stands.value("items") or ())] if field else []
    lead = (app.words(stands.words_key(app.words, "letter.lead.items")), "letter_strong", False)
    if field is None and stands.decision.act == "step":
        asked = asked_before(app, stands)
    if asked:
        return [lead, (" ".join(f"{n}. {text}." for n, text in enumerate(asked, 1)), "letter", False)]
    if field is not None and field.required:
        return [lead, (app.words(stands.words_key(app.words, "letter.gap.items")), "letter", gap(stands, field))]
    return []


def asked_before(app: "App", stands: Standing) -> list[str]:
    """What a paper that is supplemented asks for already."""
    paper = next((r for r in app.view.requests if r.id == stands.decision.on[0]), None)
    return [i.title for i in app.view.items if paper is not None and i.id in paper.about]


def paragraph(app: "App", stands: Standing, field: form.Field) -> Pieces:
    """One heading in the letter: what is said, or the gap; nothing where nothing is needed."""
    words = app.words
    lead_key, said_key, gap_key = (f"letter.{kind}.{field.name}" for kind in ("lead", "said", "gap"))
    lead = (words(lead_key) if words.has(lead_key) else f"{field.label}.", "letter_strong", False)
    value = stands.value(field.name)
    if field.kind == "yes_no":
        text = (words(said_key) if words.has(said_key) else "") if value is True else ""
    else:
        chosen = [
            o.note or o.text for o in field.options if (o.value in (value or ()) if field.many else o.value == value)
        ]
        text = "; ".join(chosen) if value != "none" else ""
        text = text[:1].upper() + text[1:]
    if text:
        return [lead, (text if text.endswith(".") else text + ".", "letter", False)]
    if field.name in stands.lacking:
        return [lead, (words(gap_key) if words.has(gap_key) else words("letter.gap"), "letter", True)]
    return []


def written(app: "App", stands: Standing, field: form.Field) -> Pieces:
    """A heading that is written out."""
    lead = (app.words("letter.lead.urgency_reason"), "letter_strong", False)
    value = stands.value(field.name)
    if not empty(value):
        return [lead, (" ".join(str(value).split()), "letter", False)]
    return [lead, (app.words("letter.gap.urgency_reason"), "letter", gap(stands, field))]


def gap(stands: Standing, field: form.Field) -> bool:
    """Is an empty heading marked as a gap?"""
    return field.name in stands.lacking

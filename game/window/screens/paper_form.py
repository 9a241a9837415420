"""The form of a paper: its sections, each with its state, and the widgets to fill them in."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from game.pages import form
from game.window.dropdown import DropDown
from game.window.editor import Field
from game.window.forms import (
    FILLED,
    MISSING,
    OPEN,
    BasisRow,
    Beside,
    Chip,
    Indent,
    SectionHead,
    Way,
    Ways,
    Wrap,
    ticks,
)
from game.window.screens.paper_standing import Standing, empty
from game.window.widgets import Column, Space, Tick, Widget
from game.window.writing import Writing

if TYPE_CHECKING:
    from game.window.app import App
    from game.window.screens.paper import Paper

REASON_ROWS, WHY_ROWS, SIDE_BY_SIDE = 2, 3, 4


def form_rows(app: "App", paper: "Paper", stands: Standing) -> list[Widget]:
    """Every section, language and urgency side by side, and at the end the reason for the debrief."""
    rows: list[Widget] = []
    side: list[Widget] = []
    for number, section in enumerate(stands.sections, 1):
        made = Column(gap=4, children=section_rows(app, paper, stands, section, number))
        if section.name in ("language", "urgency"):
            side.append(made)
            continue
        if side:
            rows.append(Beside(gap=8, children=side))
            side = []
        rows.append(made)
    if side:
        rows.append(Beside(gap=8, children=side))
    return [*rows, why_rows(app, paper, len(stands.sections) + 1), Space(height=2)]


def section_rows(app: "App", paper: "Paper", stands: Standing, section: form.Section, number: int) -> list[Widget]:
    """The head of a section and what is filled in under it."""
    words = app.words
    state = state_of(stands, section)
    key = stands.words_key(words, f"section.{section.name}")
    title = words(key) if words.has(key) else section.fields[0].label
    head = SectionHead(number=number, title=title, note=note_of(app, stands, section), state=state,
                       state_says=words(f"section.state.{state}"))  # fmt: skip
    kind = section.name if section.name in MAKERS else section.fields[0].kind
    return [head, Indent(gap=4, children=MAKERS.get(kind, chosen)(app, paper, stands, section))]


def state_of(stands: Standing, section: form.Section) -> str:
    """Missing, filled, or open."""
    if any(f.name in stands.lacking for f in section.fields):
        return MISSING
    if section.name == "said":
        return FILLED if stands.practice and stands.barred is None else OPEN
    return OPEN if all(empty(stands.value(f.name)) for f in section.fields) else FILLED


def note_of(app: "App", stands: Standing, section: form.Section) -> str:
    """What stands at the right of the head."""
    words, view = app.words, app.view
    if section.name == "items":
        return words(stands.words_key(words, "section.note.items"))
    if section.name == "basis":
        return words("section.note.basis", date=words.short(view.today), a=app.tell.country(view.home),
                     b=app.tell.country(stands.to))  # fmt: skip
    source = section.fields[0].source or ""
    return "" if section.name in ("said", "urgency", "language") or source.startswith("practice") else source


def why_rows(app: "App", paper: "Paper", number: int) -> Column:
    """The reason for the debrief."""
    state = FILLED if paper.why.text.strip() else OPEN
    head = SectionHead(
        number=number, title=app.words("form.why"), state=state, state_says=app.words(f"section.state.{state}")
    )
    field = Field(key="field why", writing=paper.why, rows=WHY_ROWS, hint=app.words("form.why_hint"))
    return Column(gap=4, children=[head, Indent(children=[field])])


# -- what a section holds -----------------------------------------------------------------------------------------------


def state_words(app: "App", on: bool) -> str:
    """Chosen or not, read aloud."""
    return app.words("form.on" if on else "form.off")


def presser(app: "App", paper: "Paper", field: form.Field, value: Any) -> Callable[[], None]:
    """What pressing an option does."""
    return lambda: paper.set(app, field, value)


def is_on(stands: Standing, field: form.Field, option: form.Option) -> bool:
    """Is an option taken?"""
    value = stands.value(field.name)
    return option.value in (value or ()) if field.many else option.value == value


def chips(app: "App", paper: "Paper", stands: Standing, section: form.Section) -> list[Widget]:
    """What can be asked for, as chips; the first that is free carries the key A."""
    field = section.fields[0]
    free = next((n for n, option in enumerate(field.options) if not is_on(stands, field, option)), -1)
    found: list[Widget] = []
    for number, option in enumerate(field.options):
        on = is_on(stands, field, option)
        found.append(Chip(
            key=f"{field.name} {number}", text=option.text, on=on, cap="A" if number == free else "",
            country=stands.to, state_says=state_words(app, on),
            press=presser(app, paper, field, option.value),
        ))  # fmt: skip
    return [Wrap(children=found)]


def bases(app: "App", paper: "Paper", stands: Standing, section: form.Section) -> list[Widget]:
    """Every basis; those that do not bind both carry the reason."""
    field = section.fields[0]
    found: list[Widget] = []
    for number, option in enumerate(field.options):
        on = is_on(stands, field, option)
        found.append(BasisRow(
            key=f"{field.name} {number}", title=option.title or option.text, cited=option.cited, on=on,
            heading=app.words("section.since") if option.since else "", since=option.since,
            why_not=option.note if option.barred else "", low=paper.low,
            tip=in_full(app, option) if paper.low else "", state_says=state_words(app, on),
            press=presser(app, paper, field, option.value),
        ))  # fmt: skip
    return [Column(gap=0, children=found)]


def in_full(app: "App", option: form.Option) -> str:
    """A basis with everything that does not fit on its line."""
    since = f"{app.words('section.since')} {option.since}" if option.since else ""
    return ". ".join(each for each in (option.title or option.text, option.cited, option.note if option.barred else since) if each)


def segments(app: "App", paper: "Paper", stands: Standing, section: form.Section) -> list[Widget]:
    """One of a few: side by side; of many: in a list that unfolds."""
    field = section.fields[0]
    if len(field.options) > SIDE_BY_SIDE:
        return [dropped(app, paper, stands, field)]
    found: list[Widget] = []
    for number, option in enumerate(field.options):
        text, _, note = option.text.partition(", ")
        on = is_on(stands, field, option)
        found.append(Way(key=f"{field.name} {number}", text=text[:1].upper() + text[1:], note=note, on=on,
                             state_says=state_words(app, on), press=presser(app, paper, field, option.value)))  # fmt: skip
    return [Ways(children=found)]


def dropped(app: "App", paper: "Paper", stands: Standing, field: form.Field) -> Widget:
    """One of many: a drop-down."""
    values = {str(option.value): option.value for option in field.options}
    options = [(value, option.text[:1].upper() + option.text[1:]) for value, option in zip(values, field.options, strict=True)]
    return DropDown(key=f"{field.name} 0", name=field.label, options=options, chosen=str(stands.value(field.name)), fills=True,
                    hint=app.words("form.none"), pick=lambda value: paper.set(app, field, values[value]))  # fmt: skip


def urgency(app: "App", paper: "Paper", stands: Standing, section: form.Section) -> list[Widget]:
    """Ordinary or urgent; what is urgent says why."""
    found: list[Widget] = []
    field = section.fields[0]
    for number, (value, name) in enumerate(((False, "ordinary"), (True, "urgent"))):
        on = (stands.value(field.name) is True) == value
        found.append(Way(key=f"{field.name} {number}", text=app.words(f"urgency.{name}"), on=on,
                             state_says=state_words(app, on), press=presser(app, paper, field, value)))  # fmt: skip
    writing = [written(app, paper, stands, each) for each in section.fields[1:]]
    return [Ways(children=found), *writing]


def written(app: "App", paper: "Paper", stands: Standing, field: form.Field) -> Widget:
    """A heading that is written out."""
    writing = paper.writings.setdefault(field.name, Writing(str(paper.terms.get(field.name) or "")))
    return Field(key=f"field {field.name}", writing=writing, rows=REASON_ROWS, hint=field.label,
                 token="per" if field.name in stands.lacking else "ctl")  # fmt: skip


def said(app: "App", paper: "Paper", stands: Standing, section: form.Section) -> list[Widget]:
    """What the letter says or leaves unsaid: one tick each."""
    return [ticks([
        Tick(key=f"{field.name} 0", text=field.label, on=stands.value(field.name) is True,
             press=presser(app, paper, field, stands.value(field.name) is not True))
        for field in section.fields
    ])]  # fmt: skip


def chosen(app: "App", paper: "Paper", stands: Standing, section: form.Section) -> list[Widget]:
    """Any number of options, one tick each; a heading without options is written out."""
    found: list[Widget] = []
    for field in section.fields:
        if not field.options:
            found.append(written(app, paper, stands, field))
            continue
        found.append(ticks([
            Tick(key=f"{field.name} {number}", text=option.text[:1].upper() + option.text[1:], on=is_on(stands, field, option),
                 one_of=not field.many, press=presser(app, paper, field, option.value))
            for number, option in enumerate(field.options)
        ]))  # fmt: skip
    return found


MAKERS: dict[str, Callable[["App", "Paper", Standing, form.Section], list[Widget]]] = {
    "items": chips,
    "basis": bases,
    "channel": segments,
    "language": segments,
    "one_of": segments,
    "urgency": urgency,
    "said": said,
}

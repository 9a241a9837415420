"""One item of evidence looked at: how it would reach the court, what the rule says, what can be done, what it serves."""

from typing import TYPE_CHECKING

from engine import Choice, ItemView, ProofView, RequestView, SeatView
from game.pages.page import Go, Offer
from game.pages.papers import choice_offer
from game.window.chains import Chain, Station
from game.window.pictures.matrix import SIGNS
from game.window.screens.acts import act_rows, band, inset
from game.window.screens.instrument import since
from game.window.screens.links import with_links
from game.window.screens.reading import show
from game.window.screens.region import number_of
from game.window.theme import ICONS
from game.window.widgets import Button, Column, Flow, Growing, Label, Panel, Rich, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App, Screen

SOON = 45
"""An item that is gone within so many days is marked as perishing: a matter of looks, not of law."""
MOST_ACTS = 6
ENDS = ("withdraw", "close", "release")


def sign_of(view: SeatView, i: ItemView) -> str:
    """What an item is worth today."""
    if i.lost:
        return "lost"
    if i.verdict in ("admitted", "weighed", "excluded"):
        return i.verdict
    if i.status != "held" and i.perishes and i.perishes - view.today <= SOON and (i.kept_until or 0) <= i.perishes:
        return "perishing"
    if i.requests:
        return "requested"
    return "intelligence" if i.verdict == "intelligence" else "not_held"


def told_day(view: SeatView, id: str, *kinds: str) -> tuple[int, tuple[str, ...]] | None:
    """When this seat was last told so about an item, and what else that was about."""
    found = [(o.day, o.about) for o in view.inbox if o.kind in kinds and id in o.about]
    return found[-1] if found else None


def origin(app: "App", i: ItemView, sign: str) -> str:
    """In a few words: where it comes from, what it lacks, how long it lasts, or where the paper is that asks for it."""
    view, words = app.view, app.words
    if sign == "perishing":
        return words("board.left", days=(i.perishes or view.today) - view.today)
    if i.lacks:
        return words("evidence.step.lacks", what=", ".join(app.sitting.scenario.law.formalities[code].title for code in i.lacks))
    if sign == "excluded" and i.source:
        return app.tell.cite(i.source)
    if sign == "requested":
        paper = next((r for r in view.requests if r.id in i.requests), None)
        return on_its_way(app, paper) if paper else ""
    told = told_day(view, i.id, "item_held") if i.status == "held" else told_day(view, i.id, "item_known", "item_lead")
    return came(app, *told) if told else ""


def on_its_way(app: "App", paper: RequestView) -> str:
    """Which paper, and when it is usually back; or where it is."""
    number = number_of(app.view, paper)
    if not paper.ahead:
        return f"{number}, {app.words('stage.' + paper.stage)}"
    return app.words("evidence.due", paper=number, date=app.words.short_date(paper.ahead[-1][2]))


def came(app: "App", day: int, about: tuple[str, ...]) -> str:
    """By which paper, on which day."""
    paper = next((r for r in app.view.requests if r.id in about), None)
    when = app.words.short_date(day)
    return f"{number_of(app.view, paper)}, {when}" if paper else when


# -- the sheet --------------------------------------------------------------------------------------------------------


def inspector(app: "App", screen: "Screen", i: ItemView | None, suspect: str) -> Panel:
    """The sheet about one item; what it serves stands at its foot."""
    if i is None:
        return Panel(fill="card", body=Column(pad=16, children=[Label(text=app.words("form.nothing"))]))
    rows = [*head(app, i), band(app.words("evidence.way")), inset(Chain(stations=way(app, i))),
            *rule(app, i), *acts(app, screen, i), Space(height=4)]  # fmt: skip
    opening = Scroll(key="inspector", body=Column(gap=7, children=rows), at=screen.scrolls, pad=0)
    foot = inset(Label(text=serves(app, i, suspect), role="second", token="ink2", gap=10))
    return Panel(fill="card", body=Column(gap=4, children=[Growing(opening), Space(height=5, line=True), foot]))


def head(app: "App", i: ItemView) -> list[Widget]:
    """Flag, id, standing; title; what it is and tells."""
    sign = sign_of(app.view, i)
    icon, token, tint = SIGNS[sign]
    chip = (icon, standing(app, i, sign), token, tint or "sunken", "")
    kind = app.tell.scenario.law.evidence_kinds[i.kind].title
    rows: list[Widget] = [
        Space(height=4),
        inset(Rich(pieces=[("flag", i.country), ("chip", (i.id, "ink2", "sunken")), ("end chip", chip)], height=22)),
        inset(Label(text=i.title, role="card")),
        inset(Label(text=f"{app.tell.country(i.country)}, {kind}", role="second", token="ink3")),
    ]
    if i.tells:
        rows.append(inset(Label(text=i.tells, role="letter", token="ink2", gap=3)))
    return rows


def standing(app: "App", i: ItemView, sign: str) -> str:
    """The standing on its chip: until when it lasts, or what the home court would say."""
    if sign == "perishing" and i.perishes:
        return app.words("evidence.gone_after", date=app.words.short_date(i.perishes))
    return app.words(f"evidence.sign.{sign}").capitalize()


# -- its way ----------------------------------------------------------------------------------------------------------


def way(app: "App", i: ItemView) -> tuple[Station, ...]:
    """How it came, or would come, to the court: known, asked for, ordered, as the court wants it, admitted."""
    papers = [r for r in app.view.requests if i.id in r.about]
    steps = [*known(app, i), *(step for r in papers for step in asked(app, i, r))]
    if i.status != "held" and not i.lost and not any(not r.ended and brings(r) for r in papers):
        steps.append(to_ask(app, i))
    return (*steps, *formal(app, i), at_court(app, i))


def brings(paper: RequestView) -> bool:
    """Can such a paper bring evidence, not only keep it or tell of it?"""
    return paper.procedure not in ("informal", "preservation", "spontaneous")


def known(app: "App", i: ItemView) -> list[Station]:
    """How the file learnt of it, and what keeps it."""
    words, view, found = app.words, app.view, []
    for kind, key, icon in (("item_lead", "lead", "search"), ("item_known", "known", "eye"), ("preserved", "preserved", "lock")):
        if told := told_day(view, i.id, kind):
            notes = {"item_lead": app.tell.country(i.country), "item_known": words("evidence.only"), "preserved": kept_for(app, i)}
            found.append(Station(words(f"evidence.step.{key}"), notes[kind], words.short_date(told[0]), "past", icon))
    if not found and i.status in ("lead", "known"):
        found.append(Station(words(f"evidence.step.{i.status}"), app.tell.country(i.country), "", "past", "eye"))
    held = told_day(view, i.id, "item_held")
    if i.status == "held" and not any(i.id in r.about and r.good for r in view.requests):
        found.append(Station(words("evidence.step.held"), app.tell.country(i.country),
                             words.short_date(held[0]) if held else "", "past", "folder"))  # fmt: skip
    return found


def kept_for(app: "App", i: ItemView) -> str:
    """Until when it is kept, where that is a day of this case."""
    last = app.view.deadline
    return app.words("evidence.kept", date=app.words.short(i.kept_until)) if i.kept_until and i.kept_until <= last else ""


def asked(app: "App", i: ItemView, r: RequestView) -> list[Station]:
    """A paper that asks for it, and the court abroad that must order it."""
    words, view = app.words, app.view
    basis = ", ".join(app.tell.treaty(b) for b in dict(r.terms).get("basis", ()) or ())
    before_court = r.stage == "court_order" and i.coercive
    state = ("past" if r.good else "bad") if r.ended else "past" if before_court else "now"
    note = " · ".join(each for each in (words(f"stage.{r.stage}").capitalize(), basis) if each)
    found = [Station(f"{number_of(view, r)} {words('procedure.' + r.procedure)}", note, words.short_date(r.since), state,
                     ICONS[r.instrument], r.instrument)]  # fmt: skip
    ordered = next((day for stage, day in r.history if stage == "court_order"), None)
    ahead = next((end for stage, _, end in r.ahead if stage == "court_order"), None)
    if i.coercive and (ordered or ahead):
        when = words.short_date(ordered) if ordered else words("requests.about", date=words.short_date(ahead or 0))
        place = app.tell.country(r.country)
        found.append(Station(words("evidence.step.order", country=place), words("evidence.step.coercive"), when,
                             "now" if before_court else "past" if ordered else "ahead", "gavel"))  # fmt: skip
    return found


def to_ask(app: "App", i: ItemView) -> Station:
    """What still has to be asked for, and on which basis it could be."""
    words, view = app.words, app.view
    if i.country == view.home:
        return Station(words("evidence.step.order_home"), words("evidence.step.coercive") if i.coercive else "", "", "ahead", "house")
    answer = app.sitting.scenario.law.bases(view.home, i.country, "mla", view.today)
    basis = ", ".join(app.tell.treaty(b.treaty) for b in answer.binding[:2])
    return Station(words("evidence.step.ask"), words("evidence.basis", basis=basis) if basis else words("law.none"), "", "ahead", "mail")


def formal(app: "App", i: ItemView) -> list[Station]:
    """The formalities the home court wants, and those it lacks."""
    titles = app.sitting.scenario.law.formalities
    if not i.formalities:
        return []
    lacking, held = ", ".join(titles[code].title for code in i.lacks), i.status == "held"
    note = app.words("evidence.step.lacks", what=lacking) if lacking else ", ".join(titles[code].title for code in i.formalities)
    state = "ahead" if not held else "bad" if lacking else "past"
    return [Station(app.words("evidence.step.formalities"), note, "", state, "file-text")]


def at_court(app: "App", i: ItemView) -> Station:
    """What the home court says, or would have to say."""
    court, verdict = app.words("evidence.step.court_of", country=app.tell.country(app.view.home)), "lost" if i.lost else i.verdict
    if i.status != "held" and not i.lost:
        return Station(app.words("evidence.step.court"), court, "", "ahead", "gavel")
    state = "past" if verdict in ("admitted", "weighed") else "bad"
    return Station(app.words(f"verdict.{verdict}").capitalize(), court, "", state, SIGNS[verdict][0], SIGNS[verdict][1])


# -- the rule ---------------------------------------------------------------------------------------------------------


def rule(app: "App", i: ItemView) -> list[Widget]:
    """The rule that decides it; before it is held, the basis on which it could be asked for."""
    found = ruling(app, i) or on_what_basis(app, i) or (("", app.words("evidence.no_rule")) if i.verdict == "admitted" else None)
    if found is None:
        return []
    says, cited = found
    rows: list[Widget] = [band(app.words("evidence.rule"))]
    if says:
        rows.append(inset(Label(text=says, role="letter")))
    rows.append(inset(with_links(app, cited, "cited", "second", "ink3")))
    book = Button(key="to rules", text=app.words("page.rulebook"), icon="book-open", cap="F", press=lambda: rules_of(app, i))
    rows.append(inset(Flow(children=[book])))
    return rows


def rules_of(app: "App", i: ItemView | None) -> None:
    """The rule book, opened at the State of the item."""
    show(app, Go("rulebook", f"{i.country} mla" if i is not None and i.country in app.view.countries else ""))


def ruling(app: "App", i: ItemView) -> tuple[str, str] | None:
    """The rule behind the ruling: what it says, who says so and how sure that is."""
    source = app.tell.source(i.source)
    if source is None:
        return None
    return source.says, f"{app.tell.called(str(i.source), source)}. {sure(app, source.confidence, source.checked)}"


def on_what_basis(app: "App", i: ItemView) -> tuple[str, str] | None:
    """The first basis that binds both today: its first article, since when for whom."""
    view, law = app.view, app.sitting.scenario.law
    if i.country == view.home or i.status == "held" or i.lost:
        return None
    answer = law.bases(view.home, i.country, "mla", view.today)
    if not answer.binding:
        return "", app.words("law.none")
    basis = answer.binding[0]
    treaty = law.treaties.get(basis.treaty)
    article = next((a for a in basis.articles if treaty and a in treaty.articles), "")
    cited = f"{app.tell.treaty(basis.treaty)} art. {article}" if article else app.tell.treaty(basis.treaty)
    force = f", {app.words('law.in_force')} {since(app, basis)}" if any(day for _, day in basis.in_force) else ""
    return treaty.articles[article] if treaty and article else basis.title, f"{cited}{force}. {sure(app, basis.confidence, '')}"


def sure(app: "App", confidence: str, checked: str) -> str:
    """How sure a statement is, and when somebody last looked."""
    said = app.words(f"confidence.{confidence}").capitalize()
    return f"{said}, {app.words('law.checked', date=checked)}" if checked else said


# -- what can be done -------------------------------------------------------------------------------------------------


def acts(app: "App", screen: "Screen", i: ItemView) -> list[Widget]:
    """What can be done about it now, numbered; the papers on their way."""
    links = [Offer(app.words("evidence.see", name=f"{number_of(app.view, r)} {app.words('procedure.' + r.procedure)}"),
                   Go("request", r.id), instrument=r.instrument) for r in app.view.requests if r.id in i.requests]  # fmt: skip
    found = [choice_offer(c, app.tell) for c in app.choices if c.possible and touches(c, i)]
    offers = [*found, *links][:MOST_ACTS]
    if not offers:
        return []
    return [band(app.words("evidence.you_can")), *act_rows(app, screen, offers)]


def touches(choice: Choice, i: ItemView) -> bool:
    """Is this something that could bring, keep or file the item?"""
    on = choice.decision.on
    if choice.decision.act == "file":
        return i.id in on
    if choice.decision.act == "step":
        return on[0] in i.requests and on[1] not in ENDS
    if choice.decision.act != "start" or i.status == "held" or i.lost:
        return False
    return i.id in on or (len(on) == 2 and on[1] == i.country and on[0] in ("mla", "eio", "preservation"))


def serves(app: "App", i: ItemView, suspect: str) -> str:
    """Which elements it serves, and which would stay below the line without it."""
    words, strength = app.words, app.sitting.scenario.proof[0]
    mine = [(p, who) for p in app.view.proofs for c, e, who in i.proves
            if (p.count, p.element) == (c, e) and (not p.suspect or not who or p.suspect in who)
            and (not suspect or p.suspect in (None, suspect))]  # fmt: skip
    if not mine:
        return words("evidence.serves_nothing", who=suspect or "")
    told = words("evidence.serves", what=elements(app, [p for p, _ in mine]), n=i.strength)
    adds = 0 if i.lost or i.verdict == "excluded" else i.halves or 2 * i.strength
    lost = [p for p, _ in mine if p.possible >= 2 * strength > p.possible - adds]
    return f"{told} {words('evidence.without', what=elements(app, lost))}" if lost else told


def elements(app: "App", proofs: list[ProofView]) -> str:
    """Elements by count: C1 act, means; C3 group."""
    by: dict[str, dict[str, None]] = {}
    for p in proofs:
        by.setdefault(p.count, {})[app.words(f"element.{p.element}")] = None
    return "; ".join(f"{count} {', '.join(names)}" for count, names in by.items())

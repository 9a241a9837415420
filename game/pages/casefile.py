"""What the file holds: the people, the evidence, and what the home court would say to it."""

from engine import ItemView, PersonView, SeatView
from game.pages.page import Draft, Go, Offer, Page
from game.pages.telling import Telling


def casefile(view: SeatView, tell: Telling) -> Page:
    """People and evidence as the file has them."""
    words = tell.words
    page = Draft("casefile", words("page.casefile"))
    page.heading(words("page.people"))
    for person in view.people:
        said = ", ".join(filter(None, (person.name, person.title)))
        nations = ", ".join(tell.country(c) for c in person.nationality)
        page.say(f"{said} ({words('person.' + person.role)}, {nations}): {whereabouts(person, tell)}")
        for key in ("wants", "needs", "refuses"):
            text = getattr(person, key)
            if text:
                page.say(words(f"person.{key}", text=text), "note")
    page.table(words("page.evidence"), tuple(words(f"evidence.{head}") for head in ("id", "what", "where", "standing", "last_day")),
               [item_row(item, tell) for item in view.items], tuple(item.id for item in view.items))  # fmt: skip
    told = [item for item in view.items if item.tells]
    if told:
        page.heading(words("casefile.tells"))
    for item in told:
        page.say(f"{item.id}: {item.tells}", "note")
    page.offer(Offer(words("page.ledger"), Go("ledger"), key="l"), Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()


def whereabouts(p: PersonView, tell: Telling) -> str:
    """Where a person is, as the file has it."""
    words = tell.words
    said = []
    if p.custody:
        said.append(words("person.custody", country=tell.country(p.custody)))
    elif p.fled:
        said.append(words("person.fled"))
    else:
        here = p.safe or (p.role == "victim" and p.believed == tell.scenario.home)
        said.append(words("person.there" if here else "person.believed", country=tell.country(p.believed)))
    if p.role == "victim":
        said.append(words("person.safe") if p.safe else words("desk.danger", who="", lamps=p.danger).lstrip(": "))
        said.append(words("person.trust", lamps=p.trust))
    return ", ".join(said)


def item_row(i: ItemView, tell: Telling) -> tuple[str, ...]:
    """An item as a row."""
    words = tell.words
    until = ""
    if i.perishes and i.status != "held" and not i.lost:
        until = words.date(max(i.perishes, i.kept_until or 0)) if (i.kept_until or 0) < i.perishes + 5000 else ""
    verdict = words("verdict.lost") if i.lost else words(f"verdict.{i.verdict}")
    return (i.id, i.title, tell.country(i.country), f"{words('status.' + i.status)}; {verdict}", until)


def ledger(view: SeatView, tell: Telling) -> Page:
    """What the home court would say to each item, and what is proved of each element."""
    words = tell.words
    page = Draft("ledger", words("page.ledger"))
    for item in view.items:
        verdict = words("verdict.lost") if item.lost else words(f"verdict.{item.verdict}")
        why = f" [{tell.cite(item.source)}]" if item.source else ""
        lacks = (
            f" ({', '.join(tell.scenario.law.formalities[code].title for code in item.lacks)})" if item.lacks else ""
        )
        page.say(f"{item.id} {item.title}: {verdict}{lacks}{why}")
    rows = []
    for proof in view.proofs:
        who = f", {tell.name(proof.suspect)}" if proof.suspect else ""
        state = "proved" if proof.proved else "possible" if proof.possible >= 2 * tell.scenario.proof[0] else "short"
        rows.append(
            (
                f"{proof.count}, {words('element.' + proof.element)}{who}",
                words("ledger.strength", n=f"{proof.halves / 2:g}", of=tell.scenario.proof[0]),
                words("ledger.sources", n=proof.sources, of=tell.scenario.proof[1]),
                words(f"ledger.{state}"),
                ", ".join(proof.items),
            )
        )
    page.table(words("evidence.proof"), ("", "", "", "", ""), rows)
    for id in dict.fromkeys(proof.count for proof in view.proofs):
        page.say(f"{id}: {tell.name(id)}", "note")
    page.offer(Offer(words("page.casefile"), Go("casefile"), key="f"), Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()

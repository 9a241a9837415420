"""The rule book: what binds home and a country of the case today, what almost does, and why it does not."""

from engine import Almost, Basis, SeatView
from game.pages.page import Draft, Go, Offer, Page
from game.pages.telling import Telling

PURPOSES = ("mla", "preservation", "extradition", "jit", "transfer", "police", "spontaneous")


def rulebook(view: SeatView, tell: Telling, about: str = "") -> Page:
    """The bases between home and each country of the case, today; those that almost apply; the practice cited."""
    words, law = tell.words, tell.scenario.law
    page = Draft("rulebook", words("page.rulebook"), about)
    if not about:
        return questions(page, view, tell)
    country, purpose = about.split(" ")
    answer = law.bases(view.home, country, purpose, view.today)
    page.title = f"{page.title}: {words('purpose.' + purpose)}"
    page.heading(words("form.bases", a=tell.country(view.home), b=tell.country(country)))
    if not answer.binding:
        page.say(words("law.none"))
    for basis in answer.binding:
        say_basis(page, basis, tell)
    if answer.almost:
        page.heading(words("form.almost"))
    for near in answer.almost:
        page.say(f"{tell.title(near.treaty)}: {almost(near, tell)}")
    page.offer(Offer(words("page.back"), Go("rulebook"), key="k"))
    return page.done()


def questions(page: Draft, view: SeatView, tell: Telling) -> Page:
    """What can be looked up: home with each country, for each purpose."""
    for country in view.countries:
        for purpose in PURPOSES:
            asked = f"{tell.country(view.home)} - {tell.country(country)}: {tell.words('purpose.' + purpose)}"
            page.offer(Offer(asked, Go("rulebook", f"{country} {purpose}")))
    page.offer(Offer(tell.words("page.back"), Go("desk"), key="d"))
    return page.done()


def say_basis(page: Draft, basis: Basis, tell: Telling) -> None:
    """A basis, the text of its articles, and what the two declared to it."""
    treaties = tell.scenario.law.treaties
    page.say(basis_line(basis, tell))
    for number in basis.articles:
        text = treaties[basis.treaty].articles.get(number) if basis.treaty in treaties else None
        if text:
            page.say(f"{basis.treaty} art. {number}: {text}", "note")
    for whose, reservation in basis.declared:
        where = f", {tell.words('law.article')} {reservation.article}" if reservation.article else ""
        page.say(f"{tell.countries(whose)}{where}: {reservation.effect}", "note")


def basis_line(basis: Basis, tell: Telling) -> str:
    """A basis with its articles, since when for whom, and how sure that is."""
    words = tell.words
    law = tell.scenario.law
    since = "; ".join(f"{tell.country(c)} {law.period(c, basis.treaty) or words.short(d)}" for c, d in basis.in_force if d)
    said = [f"{tell.treaty(basis.treaty)}, {basis.title}"]
    if basis.articles:
        said.append(tell.articles(basis.articles))
    if since:
        said.append(f"{words('law.in_force')}: {since}")
    return f"{'; '.join(said)} ({words('confidence.' + basis.confidence)})"


def almost(near: Almost, tell: Telling) -> str:
    """Why a basis does not apply."""
    who = tell.country(near.who) if near.who else tell.words("law.both")
    start = tell.scenario.law.period(near.who, near.treaty) or tell.words.short(near.start) if near.start else "?"
    by = tell.scenario.law.treaties[near.by].short if near.by else ""
    return tell.words(f"almost.{near.why}", who=who, by=by, **{"from": start})

"""Footnotes: each stands under whatever names the country it belongs to, and under nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from engine import LawBook
from game.pages.page import Facts, Heading, Offer, Page, Para, Table


def footnotes_in(texts: Iterable[str], law: LawBook) -> tuple[str, ...]:
    """The footnotes of the countries that these texts name; none that stands among them already."""
    noted = [country for country in law.countries.values() if country.footnote]
    if not noted:
        return ()
    said = "\n".join(texts)
    notes = dict.fromkeys(f"* {country.footnote}" for country in noted if country.name in said)
    return tuple(note for note in notes if note not in said)


def with_footnotes(page: Page, law: LawBook) -> Page:
    """A page with the footnotes of the countries it names, before what can be pressed at its end."""
    notes = footnotes_in(texts_of(page), law)
    if not notes:
        return page
    blocks = list(page.blocks)
    place = len(blocks)
    while place and isinstance(blocks[place - 1], Offer):
        place -= 1
    return replace(page, blocks=(*blocks[:place], *(Para(note, "note") for note in notes), *blocks[place:]))


def texts_of(page: Page) -> Iterator[str]:
    """Everything that is written on a page."""
    yield page.title
    for block in page.blocks:
        match block:
            case Heading(text) | Para(text):
                yield text
            case Facts(rows):
                yield from (each for row in rows for each in row)
            case Table(title, columns, rows):
                yield from (title, *columns, *(each for row in rows for each in row))
            case Offer(text=text, why_not=why_not):
                yield from (text, why_not)

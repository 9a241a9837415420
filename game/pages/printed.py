"""The debrief as one HTML file: nothing outside it is needed, it prints, and a screen reader finds its way by headings and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from engine import Debrief, Playthrough, Regret
from game import saves
from game.cohort import Group
from game.pages import debrief as page
from game.pages.dots import axis_of, piled
from game.pages.footnotes import footnotes_in
from game.pages.telling import Telling
from game.places import shipped

SUFFIX = ".debrief.html"
WIDE, HIGH, FLOOR, EDGE, STEP, RADIUS = 1000.0, 190.0, 166.0, 30.0, 12.0, 5.0
"""The strip of dots, in its own units."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose debrief it is: the log's name, the player's code, the mode, and the proof, if it was proved."""

    log: str = ""
    player: str = ""
    mode: str = "practice"
    proved: str = ""


class NotPrinted(Exception):
    """The page could not be written; `why` says so."""

    def __init__(self, path: Path, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(f"{path}: {why}")


def write_debrief(log: Path, text: str, path: Path | None = None) -> Path:
    """Write the page to a path, or beside its log; answers where. A file of other content is never overwritten."""
    target = path if path is not None else free_place(log, text)
    if path is not None and path.exists() and not holds(path, text):
        raise NotPrinted(path, "exists")
    try:
        if not target.exists():
            with open(target, "x", encoding="utf-8", newline="\n") as handle:
                handle.write(text)
    except OSError as error:
        raise NotPrinted(target, error.strerror or str(error)) from error
    return target


def free_place(log: Path, text: str) -> Path:
    """A name beside the log that nobody uses, or the one under which this very page lies already."""
    stem = log.name.removesuffix(saves.SUFFIX)
    number, target = 1, log.with_name(stem + SUFFIX)
    while target.exists() and not holds(target, text):
        number += 1
        target = log.with_name(f"{stem}-{number}{SUFFIX}")
    return target


def holds(path: Path, text: str) -> bool:
    """Is this very page in the file?"""
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False


def debrief_html(found: Debrief, play: Playthrough, tell: Telling, imprint: Imprint, group: Group | None = None) -> str:
    """The whole page."""
    words, style = tell.words, (shipped("assets") / "print" / "debrief.css").read_text(encoding="utf-8")
    title = text_of(f"{words('debrief.title')}: {tell.scenario.title}")
    parts = (summary(found, play, tell, imprint, group), points(found, play, tell), missed(found, tell), what_else(found, play, tell),
             left(found, tell), luck(found, tell), lessons(found, play, tell), ledger(found, tell), law(found, tell),
             timeline(found, play, tell))  # fmt: skip
    said = (*tell.unchecked("".join(parts)), *footnotes_in(parts, tell.scenario.law), words("app.invented"))
    notes = "".join(f'<p class="small">{text_of(note)}</p>' for note in said)
    return (
        f'<!DOCTYPE html>\n<html lang="{text_of(words.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n{''.join(parts)}</main>\n<footer>{notes}</footer>\n</body>\n</html>\n"
    )


# -- pieces -------------------------------------------------------------------------------------------------------------


def text_of(text: object) -> str:
    """A text inside HTML."""
    return escape(" ".join(str(text).split()))


def section(id: str, heading: str, body: str) -> str:
    """A part under its heading; nothing where there is nothing to say."""
    if not body:
        return ""
    return f'<section aria-labelledby="{id}">\n<h2 id="{id}">{text_of(heading)}</h2>\n{body}</section>\n'


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells of its rows are HTML. Nothing without rows."""
    body = "".join(f"<tr>{''.join(cells)}</tr>\n" for cells in rows)
    if not body:
        return ""
    head = "".join(f'<th scope="col">{text_of(each)}</th>' for each in heads)
    return f"<table>\n<caption>{text_of(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def cell(text: object, kind: str = "") -> str:
    """A cell."""
    return f"<td{f' class={chr(34)}{kind}{chr(34)}' if kind else ''}>{text_of(text)}</td>"


def row_head(text: object) -> str:
    """The cell that names a row."""
    return f'<th scope="row">{text_of(text)}</th>'


def paragraph(text: object, kind: str = "") -> str:
    """A paragraph."""
    return f"<p{f' class={chr(34)}{kind}{chr(34)}' if kind else ''}>{text_of(text)}</p>\n"


def worth(points: int) -> str:
    """Points with their sign, as a cell; the sign tells what the colour tells."""
    return cell(f"{points:+d}".replace("-", "\u2212"), "number gain" if points > 0 else "number loss")


# -- parts --------------------------------------------------------------------------------------------------------------


def summary(found: Debrief, play: Playthrough, tell: Telling, imprint: Imprint, group: Group | None) -> str:
    """Title, whose it is, score, ending, criteria, the author's messages."""
    words = tell.words
    ending = next((e for e in tell.scenario.endings if e.id == found.ending), None)
    body = f"<h1>{text_of(words('debrief.title'))}: {text_of(tell.scenario.title)}</h1>\n"
    body += paragraph(". ".join(imprinted(play, tell, imprint)), "small")
    if not play.is_over:
        body += paragraph(words("debrief.unfinished", date=words.date(play.today)), "loss")
    body += paragraph(page.score_told(found, play, tell), "score")
    if ending is not None:
        body += f"<h3>{text_of(ending.title)}</h3>\n{paragraph(ending.text, 'story')}"
    body += criteria(found, tell, group)
    if group is not None:
        body += paragraph(page.group_line(group, tell))
    if imprint.proved:
        body += paragraph(words("debrief.proved", digest=imprint.proved))
    said = "".join(paragraph(text, "story") for _, text in found.messages)
    return body + section("messages", words("debrief.messages"), said)


def imprinted(play: Playthrough, tell: Telling, imprint: Imprint) -> list[str]:
    """Player's code, mode, days, luck, log: what there is of them."""
    words = tell.words
    return [
        *([words("debrief.player", code=imprint.player)] if imprint.player else []),
        words(f"mode.{imprint.mode}").capitalize(),
        f"{words.date(play.scenario.start)} - {words.date(play.today)}",
        words("desk.kept", n=len(play.decisions), seed=play.seed),
        *([imprint.log] if imprint.log else []),
    ]  # fmt: skip


def criteria(found: Debrief, tell: Telling, group: Group | None) -> str:
    """The six criteria with points, weight, and the group's median where it is known."""
    words = tell.words
    heads = [words("debrief.head.criterion"), words("debrief.head.points"), words("debrief.head.counted")]
    told = bool(group and group.criteria)
    rows = []
    for c in found.mark.criteria:
        cells = [row_head(words(f"criterion.{c.criterion}")), cell(words("debrief.of", points=c.points, weight=c.weight), "when"),
                 cell(page.counted(c.points, c.raw, tell))]  # fmt: skip
        rows.append([*cells, cell(page.median_of(group, c.criterion, tell))] if told else cells)
    return table(words("debrief.criteria"), [*heads, words("debrief.head.group")] if told else heads, rows)


def points(found: Debrief, play: Playthrough, tell: Telling) -> str:
    """Every point with day, decision, reason, source."""
    words = tell.words
    rows = [[worth(p.points), row_head(words(f"criterion.{p.criterion}")), cell(p.because), cell(words.date(p.day), "when"),
             cell(page.decision_told(p.day, p.decision, play, tell)), cell(tell.signed(p.source))]
            for c in found.mark.criteria for p in found.mark.points if p.criterion == c.criterion]  # fmt: skip
    heads = [words(f"debrief.head.{name}") for name in ("points", "criterion", "reason", "day", "decision", "source")]
    return section("points", words("debrief.points"), table(words("debrief.part.points"), heads, rows))


def missed(found: Debrief, tell: Telling) -> str:
    """What was not earned, with how the items stand on which it hangs."""
    words = tell.words
    rows = [[cell(p.points, "number"), row_head(words(f"criterion.{p.criterion}")),
             cell(f"{p.because}{page.stands(found, p, tell)}"), cell(tell.signed(p.source))]
            for p in page.missed_points(found)]  # fmt: skip
    heads = [words(f"debrief.head.{name}") for name in ("points", "criterion", "reason", "source")]
    return section("missed", words("debrief.missed"), table(words("debrief.missed_caption"), heads, rows))


def what_else(found: Debrief, play: Playthrough, tell: Telling) -> str:
    """What one other decision would have changed, for the better and for the worse; nothing where none was tried."""
    words = tell.words
    if not found.tried:
        return ""
    heads = [words(f"debrief.head.{name}") for name in ("points", "day", "was", "instead", "effect")]

    def rows(regrets: Iterable[Regret]) -> list[list[str]]:
        return [[worth(r.points), cell(words.date(r.day), "when"), decision_cell(r.decision, play, tell),
                 cell(tell.decision(r.instead)), cell("; ".join(page.effects(r, tell)))] for r in regrets]  # fmt: skip

    cost = table(words("debrief.same_luck"), heads, rows(found.regrets)) or paragraph(words("debrief.no_regrets"))
    right = table(words("debrief.same_luck"), heads, rows(found.right))
    return section("else", words("debrief.regrets"), cost) + section("right", words("debrief.right"), right)


def decision_cell(number: int, play: Playthrough, tell: Telling) -> str:
    """A decision with the reason that was written down for it."""
    return cell(f"{page.sentence(tell.decision(play.decisions[number - 1]))}{page.why(number, play, tell)}")


def left(found: Debrief, tell: Telling) -> str:
    """What nobody did."""
    words = tell.words
    rows = [[cell(words.date(each.day), "when"), cell(page.left_told(each, tell))] for each in found.left_open]
    heads = [words(f"debrief.head.{name}") for name in ("day", "left")]
    return section("left", words("debrief.left_open"), table(words("debrief.left_open"), heads, rows))


def luck(found: Debrief, tell: Telling) -> str:
    """The same decisions under other luck: a strip of dots, and the same in sentences."""
    said = "".join(paragraph(line) for line in page.luck_lines(found, tell))
    return section("luck", tell.words("debrief.luck"), f"{strip(found, tell)}{said}" if said else "")


def strip(found: Debrief, tell: Telling) -> str:
    """A dot for each run on the scale of points, hollow where a decision was left out; a line where this play fell."""
    runs = [(run.score, run.left_out > 0) for run in found.luck]
    axis = axis_of([found.mark.score, *(score for score, _ in runs)], EDGE, WIDE - 2 * EDGE)
    dots = [dot(middle, FLOOR - 8 - above, hollow) for middle, above, hollow in piled(axis, runs, 2 * RADIUS, STEP, FLOOR - 34)]
    own, label = axis.at(found.mark.score), text_of(" ".join(page.luck_lines(found, tell)[:2]))
    marks = [f'<text x="{axis.at(n):.0f}" y="{HIGH - 6:.0f}" text-anchor="middle">{n}</text>' for n in axis.tens]
    return (
        f'<svg viewBox="0 0 {WIDE:.0f} {HIGH:.0f}" role="img" aria-label="{label}">'
        f'<line class="axis" x1="{EDGE:.0f}" y1="{FLOOR:.0f}" x2="{WIDE - EDGE:.0f}" y2="{FLOOR:.0f}"/>'
        f'<line class="own" x1="{own:.1f}" y1="16" x2="{own:.1f}" y2="{FLOOR:.0f}"/>'
        f'<text x="{own:.1f}" y="11" text-anchor="{anchor(own)}">{text_of(tell.words("debrief.this_play"))} {found.mark.score}</text>'
        f"{''.join(dots)}{''.join(marks)}</svg>\n"
    )


def anchor(x: float) -> str:
    """Which end of a text stands at a place, so that it stays inside."""
    return "start" if x < 2 * EDGE else "end" if x > WIDE - 2 * EDGE else "middle"


def dot(x: float, y: float, changed: bool) -> str:
    """One run."""
    return f'<circle class="{"changed" if changed else "run"}" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS:.0f}"/>'


def lessons(found: Debrief, play: Playthrough, tell: Telling) -> str:
    """What the choices taken teach."""
    words = tell.words
    rows = [[cell(words.date(play.days[n - 1]), "when"), decision_cell(n, play, tell), cell(text),
             cell(tell.signed(source) if source else "")] for n, _, text, source in found.lessons]  # fmt: skip
    heads = [words(f"debrief.head.{name}") for name in ("day", "decision", "lesson", "source")]
    return section("lessons", words("debrief.lessons"), table(words("debrief.lessons"), heads, rows))


def ledger(found: Debrief, tell: Telling) -> str:
    """What the court would say to each item."""
    words = tell.words
    rows = [[row_head(tell.name(r.item)), cell(words(f"verdict.{r.verdict}")), cell(tell.signed(r.source) if r.source else "")]
            for r in found.ledger]  # fmt: skip
    heads = [words(f"debrief.head.{name}") for name in ("item", "verdict", "source")]
    return section("ledger", words("debrief.ledger"), table(words("debrief.ledger"), heads, rows))


def law(found: Debrief, tell: Telling) -> str:
    """All the law that decided something, with what it says."""
    words = tell.words
    rows = []
    for reference, times in found.law:
        source, cited = tell.source(reference), tell.signed(reference)
        says = source.says if source and source.says not in cited else ""
        rows.append([row_head(cited), cell(says), cell(times, "number")])
    heads = [words(f"debrief.head.{name}") for name in ("rule", "says", "times")]
    return section("law", words("debrief.law"), table(words("debrief.law"), heads, rows))


def timeline(found: Debrief, play: Playthrough, tell: Telling) -> str:
    """Day by day what happened, also what nobody could know."""
    words = tell.words
    rows = [[row_head(words.date(day)), cell("; ".join(said) + ".")] for day, said in page.days_told(found, play, tell)]
    heads = [words(f"debrief.head.{name}") for name in ("day", "happened")]
    return section("timeline", words("debrief.timeline"), table(words("debrief.timeline"), heads, rows))

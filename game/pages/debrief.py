"""The debrief as a page, and as plain values for JSON."""

from datetime import date
from textwrap import shorten
from typing import Any

from engine import Debrief, Decision, Outcome, Playthrough, Regret
from game.pages.page import Draft, Go, Leave, Offer, Page
from game.pages.telling import Telling

PARTS = ("points", "regrets", "lessons", "ledger", "law", "timeline")
SHORT = 72
"""Letters of a decision that are repeated where only a reminder is needed."""


def debrief_page(found: Debrief, play: Playthrough, tell: Telling, part: str = "all") -> Page:
    """All of the debrief; or its `summary`, from which the parts are opened; or one part."""
    words = tell.words
    page = Draft("debrief", f"{words('debrief.title')}: {tell.scenario.title}", part)
    if part in ("all", "summary"):
        summary(page, found, tell)
        regrets(page, found, play, tell)
    for name in PARTS if part == "all" else (part,):
        if name in WRITERS and not (part == "all" and name == "regrets"):
            WRITERS[name](page, found, play, tell)
    if part == "all":
        better(page, found, play, tell)
    for note in tell.footnotes():
        page.say(note, "note")
    if part == "summary":
        page.heading(words("debrief.read_on"))
        for name in (*PARTS, "all"):
            page.offer(Offer(words(f"debrief.part.{name}"), Go("debrief", name)))
    else:
        page.offer(Offer(words("page.back"), Go("debrief"), key="d"))
    page.offer(Offer(words("page.quit"), Leave(), key="q"))
    return page.done()


def summary(page: Draft, found: Debrief, tell: Telling) -> None:
    """How it ended, the score, and what the author says of such a play."""
    words = tell.words
    ending = next((e for e in tell.scenario.endings if e.id == found.ending), None)
    if ending is not None:
        page.heading(ending.title)
        page.say(ending.text, "story")
    page.heading(words("debrief.score", score=found.mark.score))
    page.table(words("debrief.criteria"), ("", "", ""),
               [(words(f"criterion.{c.criterion}"), words("debrief.of", points=c.points, weight=c.weight), counted(c.points, c.raw, tell))
                for c in found.mark.criteria])  # fmt: skip
    if found.messages:
        page.heading(words("debrief.messages"))
        for _, text in found.messages:
            page.say(text, "story")


def counted(points: int, raw: int, tell: Telling) -> str:
    """Why a criterion counts other than its points add up."""
    if raw == points:
        return ""
    return tell.words("debrief.capped" if raw > 0 else "debrief.floored", raw=raw)


def lessons(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """What the author teaches with each choice taken."""
    if found.lessons:
        page.heading(tell.words("debrief.lessons"))
    for number, _, text, source in found.lessons:
        cited = f" [{tell.cite(source)}]" if source else ""
        page.say(f"{decided(number, play, tell)} - {text}{cited}")


def decided(number: int, play: Playthrough, tell: Telling) -> str:
    """A decision by its day and its first words."""
    said = shorten(tell.decision(play.decisions[number - 1]), SHORT, placeholder=" ...")
    return f"{tell.words.date(play.days[number - 1])}, {said}"


def ledger(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """What the court makes of each item."""
    words = tell.words
    if found.ledger:
        page.heading(words("debrief.ledger"))
    for ruling in found.ledger:
        page.say(
            f"{tell.name(ruling.item)}: {words('verdict.' + ruling.verdict)}"
            + (f" [{tell.cite(ruling.source)}]" if ruling.source else "")
        )


def law(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """The sources most often behind what happened, with what they say."""
    words = tell.words
    if found.law:
        page.heading(words("debrief.law"))
    for reference, times in found.law[:LAWS]:
        cited, source = tell.cite(reference), tell.source(reference)
        says = f": {source.says}" if source and source.says not in cited else ""
        often = f" ({words('debrief.times', n=times)})" if times > 1 else ""
        page.say(f"{cited}{says}{often}")


LAWS = 10
"""So many sources are read out; the others stand at their points."""


def timeline(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """Day by day what happened, also what nobody could know."""
    words = tell.words
    page.heading(words("debrief.timeline"))
    chosen = {o.about[0] for o in found.timeline if o.kind in ("chosen", "chosen_by_default")}
    days: dict[int, list[str]] = {}
    for outcome in found.timeline:
        if not (outcome.kind == "beat" and outcome.about[0] in chosen) and not kept(outcome, found):
            hidden = "" if outcome.seen_by else f" {words('debrief.hidden')}"
            days.setdefault(outcome.day, []).append(f"{happened(outcome, tell)}{hidden}")
    for day, said in days.items():
        page.say(f"{words.date(day)}: {'; '.join(clause(each) for each in said)}.")


def kept(outcome: Outcome, found: Debrief) -> bool:
    """Is this the loss of something that lies in the file already?"""
    return outcome.kind == "item_lost" and any(
        o.kind == "item_held" and o.day <= outcome.day and set(o.about) & set(outcome.about) for o in found.timeline
    )


def happened(outcome: Outcome, tell: Telling) -> str:
    """An outcome as the timeline tells it: a choice by its title and its first words."""
    if outcome.kind not in ("chosen", "chosen_by_default"):
        return tell.news(outcome)
    said = shorten(tell.choice(outcome.about[0], outcome.about[1]), SHORT, placeholder=" ...")
    return tell.words(f"outcome.{outcome.kind}", choice=f"{tell.name(outcome.about[0])}: {said}")


def points(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """Every point by criterion, with its day, its decision, its reason and its source; then what was not earned."""
    words = tell.words
    page.heading(words("debrief.points"))
    for criterion in found.mark.criteria:
        for point in (p for p in found.mark.points if p.criterion == criterion.criterion):
            fell = when(point.day, point.decision, play, tell)
            what = f"{point.points:+d} {words('criterion.' + point.criterion)}: {point.because} {fell}"
            page.say(f"{what} [{tell.cite(point.source)}]", "body" if point.points > 0 else "warn")
    full = {c.criterion for c in found.mark.criteria if c.points == c.weight}
    missed = [point for point in found.mark.missed if point.criterion not in full]
    if missed:
        page.heading(words("debrief.missed"))
        for point in missed:
            page.say(
                f"({point.points}) {words('criterion.' + point.criterion)}: {point.because} [{tell.cite(point.source)}]",
                "note",
            )


def when(day: int, number: int, play: Playthrough, tell: Telling) -> str:
    """On which day a point fell, and after which decision."""
    decision = play.decisions[number - 1] if number else None
    if play.is_over and number == len(play.decisions):
        said = tell.words("debrief.at_end")
    elif decision is None or decision.act == "wait":
        said = tell.words("debrief.waiting")
    else:
        said = tell.words("debrief.after", what=shorten(tell.decision(decision), SHORT, placeholder=" ..."))
    return f"({tell.words.date(day)}, {said})"


def what_ifs(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """What one earlier decision would have changed, for the worse and for the better."""
    regrets(page, found, play, tell)
    better(page, found, play, tell)


def regrets(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """The decisions that cost most."""
    words = tell.words
    page.heading(words("debrief.regrets"))
    if not found.regrets:
        page.say(words("debrief.no_regrets"))
    for regret in found.regrets:
        regret_lines(page, regret, play, tell)


def better(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """The decisions that gained most."""
    if found.right:
        page.heading(tell.words("debrief.right"))
        for regret in found.right:
            regret_lines(page, regret, play, tell)


def regret_lines(page: Draft, regret: Regret, play: Playthrough, tell: Telling) -> None:
    """One what-if."""
    words = tell.words
    was = tell.decision(play.decisions[regret.decision - 1])
    instead = tell.decision(regret.instead)
    page.say(words("debrief.regret", date=words.date(regret.day), was=sentence(was), instead=sentence(instead)))
    ending = next((e.title for e in tell.scenario.endings if e.id == regret.ending), regret.ending)
    effects = [more(regret.points, "more", "fewer", tell) or words("debrief.same"), more(regret.days, "longer", "shorter", tell),
               words("debrief.ending", ending=ending)]  # fmt: skip
    said = "; ".join(each for each in effects if each)
    if regret.gained:
        said += "; " + words("debrief.gained", items=tell.names(regret.gained))
    if regret.lost:
        said += "; " + words("debrief.lost", items=tell.names(regret.lost))
    page.say(f"{said}.", "good" if regret.points < 0 else "warn")


def clause(text: str) -> str:
    """A text without the full stop of its sentence, to be one of several."""
    return text[:-1] if text.endswith(".") and not text.endswith("...") else text


def sentence(text: str) -> str:
    """A text that ends like a sentence."""
    return text if text.endswith((".", "!", "?", '."', '?"')) else f"{text}."


def more(difference: int, up: str, down: str, tell: Telling) -> str:
    """A difference in words; nothing where there is none."""
    if not difference:
        return ""
    one = ".one" if abs(difference) == 1 else ""
    return tell.words(f"debrief.{up if difference > 0 else down}{one}", n=abs(difference))


WRITERS = {
    "points": points,
    "regrets": what_ifs,
    "lessons": lessons,
    "ledger": ledger,
    "law": law,
    "timeline": timeline,
}


def iso(day: int) -> str | None:
    """A proleptic ordinal as ISO text; None for none."""
    return date.fromordinal(day).isoformat() if day else None


def decision_values(decision: Decision | None) -> dict[str, Any] | None:
    """A decision as plain values."""
    if decision is None:
        return None
    return {"seat": decision.seat, "act": decision.act, "on": list(decision.on)}


def debrief_values(found: Debrief, play: Playthrough, tell: Telling) -> dict[str, Any]:
    """The debrief as plain values, for JSON."""
    return {
        "scenario": found.scenario, "seed": found.seed, "ending": found.ending, "score": found.mark.score,
        "criteria": [{"criterion": c.criterion, "points": c.points, "weight": c.weight, "raw": c.raw} for c in found.mark.criteria],
        "points": [{"rule": p.rule, "day": iso(p.day), "decision": p.decision, "criterion": p.criterion, "points": p.points,
                    "reason": p.because, "source": p.source} for p in found.mark.points],
        "missed": [{"rule": p.rule, "criterion": p.criterion, "points": p.points, "reason": p.because, "source": p.source}
                   for p in found.mark.missed],
        "regrets": [regret_values(r, play, tell) for r in found.regrets],
        "right": [regret_values(r, play, tell) for r in found.right],
        "messages": [{"id": id, "text": text} for id, text in found.messages],
        "lessons": [{"decision": n, "choice": c, "text": t, "source": s} for n, c, t, s in found.lessons],
        "ledger": [{"item": r.item, "verdict": r.verdict, "rule": r.rule, "source": r.source} for r in found.ledger],
        "law": [{"source": ref, "times": times, "says": s.says if (s := tell.source(ref)) else "",
                 "confidence": s.confidence if s else None} for ref, times in found.law],
        "timeline": [{"day": iso(o.day), "kind": o.kind, "about": list(o.about), "decision": o.because, "source": o.source,
                      "hidden": not o.seen_by, "text": tell.outcome(o)} for o in found.timeline],
        "decisions": [{"n": n, "day": iso(day), **(decision_values(d) or {})}
                      for n, (d, day) in enumerate(zip(play.decisions, play.days, strict=True), 1)],
    }  # fmt: skip


def regret_values(regret: Regret, play: Playthrough, tell: Telling) -> dict[str, Any]:
    """A what-if as plain values."""
    return {
        "decision": regret.decision, "day": iso(regret.day), "was": decision_values(play.decisions[regret.decision - 1]),
        "instead": decision_values(regret.instead), "points": regret.points, "days": regret.days,
        "gained": list(regret.gained), "lost": list(regret.lost), "ending": regret.ending, "dropped": regret.dropped,
        "text": f"{tell.decision(play.decisions[regret.decision - 1])} -> {tell.decision(regret.instead)}",
    }  # fmt: skip

"""The debrief as a page, and as plain values for JSON."""

from datetime import date
from typing import Any

from engine import Debrief, Decision, Playthrough, Regret
from game.pages.page import Draft, Go, Leave, Offer, Page
from game.pages.telling import Telling


def debrief_page(found: Debrief, play: Playthrough, tell: Telling) -> Page:
    """Score with reasons, what the play says, what else could have been, ledger, law, timeline."""
    words = tell.words
    page = Draft("debrief", f"{words('debrief.title')}: {tell.scenario.title}")
    ending = next((e for e in tell.scenario.endings if e.id == found.ending), None)
    if ending is not None:
        page.heading(ending.title)
        page.say(ending.text, "story")
    page.heading(words("debrief.score", score=found.mark.score))
    page.table(words("debrief.criteria"), ("", "", ""),
               [(words(f"criterion.{c.criterion}"), f"{c.points} of {c.weight}", "" if c.raw == c.points else f"({c.raw})")
                for c in found.mark.criteria])  # fmt: skip
    points(page, found, tell)
    if found.messages:
        page.heading(words("debrief.messages"))
        for _, text in found.messages:
            page.say(text, "story")
    what_ifs(page, found, play, tell)
    if found.lessons:
        page.heading(words("debrief.lessons"))
        for number, _, text, source in found.lessons:
            page.say(f"{number}. {text} [{tell.cite(source)}]" if source else f"{number}. {text}")
    page.heading(words("debrief.ledger"))
    for ruling in found.ledger:
        page.say(
            f"{tell.name(ruling.item)}: {words('verdict.' + ruling.verdict)}"
            + (f" [{tell.cite(ruling.source)}]" if ruling.source else "")
        )
    page.heading(words("debrief.law"))
    for reference, times in found.law[:10]:
        page.say(f"{tell.cite(reference)} ({times})")
    page.heading(words("debrief.timeline"))
    for outcome in found.timeline:
        hidden = "" if outcome.seen_by else f" {words('debrief.hidden')}"
        page.say(f"{words.date(outcome.day)}: {tell.outcome(outcome)}{hidden}", "body" if outcome.seen_by else "note")
    for note in tell.footnotes():
        page.say(note, "note")
    page.offer(Offer(words("page.quit"), Leave(), key="q"), Offer(words("page.ledger"), Go("ledger"), key="l"))
    return page.done()


def points(page: Draft, found: Debrief, tell: Telling) -> None:
    """Every point with its day, its decision, its reason and its source."""
    words = tell.words
    page.heading(words("debrief.points"))
    for point in found.mark.points:
        what = f"{point.points:+d} {words('criterion.' + point.criterion)}, {words.date(point.day)}, decision {point.decision}"
        page.say(f"{what}: {point.because} [{tell.cite(point.source)}]", "good" if point.points > 0 else "warn")
    if found.mark.missed:
        page.heading(words("debrief.missed"))
        for point in found.mark.missed:
            page.say(
                f"({point.points}) {words('criterion.' + point.criterion)}: {point.because} [{tell.cite(point.source)}]",
                "note",
            )


def what_ifs(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """What one earlier decision would have changed."""
    words = tell.words
    page.heading(words("debrief.regrets"))
    if not found.regrets:
        page.say(words("debrief.no_regrets"))
    for regret in found.regrets:
        regret_lines(page, regret, play, tell)
    if found.right:
        page.heading(words("debrief.right"))
        for regret in found.right:
            regret_lines(page, regret, play, tell)


def regret_lines(page: Draft, regret: Regret, play: Playthrough, tell: Telling) -> None:
    """One what-if."""
    words = tell.words
    was = tell.decision(play.decisions[regret.decision - 1])
    page.say(
        words("debrief.regret", day=regret.day - play.scenario.start, was=was, instead=tell.decision(regret.instead))
    )
    ending = next((e.title for e in tell.scenario.endings if e.id == regret.ending), regret.ending)
    said = words("debrief.regret_effect", points=f"{regret.points:+d}", days=f"{regret.days:+d}", ending=ending)
    if regret.gained:
        said += "; " + words("debrief.gained", items=tell.names(regret.gained))
    if regret.lost:
        said += "; " + words("debrief.lost", items=tell.names(regret.lost))
    page.say(said, "good" if regret.points < 0 else "warn")


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

"""The debrief as a page, and as plain values for JSON."""

from collections import Counter
from datetime import date
from textwrap import shorten
from typing import Any

from engine import Debrief, Decision, LeftOpen, Outcome, Playthrough, Regret, items_behind, span
from game.cohort import Group
from game.pages.footnotes import with_footnotes
from game.pages.page import Draft, Go, Leave, Offer, Page, Para
from game.pages.telling import Telling

PARTS = ("points", "regrets", "luck", "lessons", "ledger", "law", "timeline")
SHORT = 72
"""Letters of a decision that are repeated where only a reminder is needed."""


def debrief_page(found: Debrief, play: Playthrough, tell: Telling, part: str = "all", group: Group | None = None) -> Page:
    """All of the debrief; or its `summary`, from which the parts are opened; or one part. `group` = the others, if known."""
    words = tell.words
    page = Draft("debrief", f"{words('debrief.title')}: {tell.scenario.title}", part)
    if part in ("all", "summary"):
        summary(page, found, play, tell, group)
        regrets(page, found, play, tell)
        left(page, found, tell)
    for name in PARTS if part == "all" else (part,):
        if name in WRITERS and not (part == "all" and name == "regrets"):
            WRITERS[name](page, found, play, tell)
    if part == "all":
        better(page, found, play, tell)
    for note in tell.unchecked(" ".join(b.text for b in page.blocks if isinstance(b, Para))):
        page.say(note, "note")
    if part == "summary":
        page.heading(words("debrief.read_on"))
        for name in (*PARTS, "all"):
            page.offer(Offer(words(f"debrief.part.{name}"), Go("debrief", name)))
    else:
        page.offer(Offer(words("page.back"), Go("debrief"), key="d"))
    page.offer(Offer(words("page.quit"), Leave(), key="q"))
    return with_footnotes(page.done(), tell.scenario.law)


def summary(page: Draft, found: Debrief, play: Playthrough, tell: Telling, group: Group | None = None) -> None:
    """How it ended, or that it has not; the score, and what the author says of such a play."""
    words = tell.words
    if not play.is_over:
        page.heading(words("debrief.unfinished", date=words.date(play.today)))
    ending = next((e for e in tell.scenario.endings if e.id == found.ending), None)
    if ending is not None:
        page.heading(ending.title)
        page.say(ending.text, "story")
    page.heading(score_told(found, play, tell))
    page.table(words("debrief.criteria"), ("", "", "", ""),
               [(words(f"criterion.{c.criterion}"), words("debrief.of", points=c.points, weight=c.weight),
                 counted(c.points, c.raw, tell), median_of(group, c.criterion, tell))
                for c in found.mark.criteria])  # fmt: skip
    if group is not None:
        page.say(group_line(group, tell))
    if found.messages:
        page.heading(words("debrief.messages"))
        for _, text in found.messages:
            page.say(text, "story")


def score_told(found: Debrief, play: Playthrough, tell: Telling) -> str:
    """The score, or of a play that is not over the score so far."""
    return tell.words("debrief.score" if play.is_over else "debrief.score_so_far", score=found.mark.score)


def counted(points: int, raw: int, tell: Telling) -> str:
    """Why a criterion counts other than its points add up."""
    if raw == points:
        return ""
    return tell.words("debrief.capped" if raw > 0 else "debrief.floored", raw=raw)


def group_line(group: Group, tell: Telling) -> str:
    """The median of the others: of how many, in which mode, and how many logs were left out."""
    words = tell.words
    said = words("debrief.group", n=group.plays, score=f"{group.score:g}", mode=words(f"mode.{group.mode}"))
    return " ".join([said, *left_aside(group, tell)])


def left_aside(group: Group, tell: Telling) -> list[str]:
    """How many logs were left out of the median, and why."""
    said = (("group_damaged", group.damaged), ("group_aside", group.aside))
    return [tell.words(f"debrief.{name}", n=n) for name, n in said if n]


def median_of(group: Group | None, criterion: str, tell: Telling) -> str:
    """The median of the others in a criterion, where it is known."""
    if group is None or criterion not in group.criteria:
        return ""
    return tell.words("debrief.group_criterion", points=f"{group.criteria[criterion]:g}")


def luck(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """The same decisions under other luck: where did this run fall?"""
    if found.luck:
        page.heading(tell.words("debrief.luck"))
    for line in luck_lines(found, tell):
        page.say(line)


def luck_lines(found: Debrief, tell: Telling) -> list[str]:
    """What luck had to do with it, sentence by sentence; nothing where it is not known."""
    words, where = tell.words, span(found.mark.score, found.luck)
    if where is None:
        return []
    if where.low == where.high == found.mark.score:
        said = [words("debrief.luck_none", n=where.runs, score=where.low)]
    else:
        said = [
            words("debrief.luck_range", n=where.runs, low=where.low, high=where.high, quarter=where.quarter,
                  three=where.three_quarters, median=where.median),
            words("debrief.luck_own", score=found.mark.score, n=where.runs, below=where.below, same=where.same, above=where.above),
            words("debrief.luck_scores", scores=scores_told(found, tell)),
        ]  # fmt: skip
    largest = max((abs(r.points) for r in (*found.regrets, *found.right)), default=0)
    if largest and where.low < where.high:
        said.append(words("debrief.luck_skill", luck=where.high - where.low, skill=largest))
    return [*said, luck_counted(found, tell)]


def scores_told(found: Debrief, tell: Telling) -> str:
    """The scores under other luck in rising order, each with how often it came."""
    often = Counter(run.score for run in found.luck)
    return ", ".join(f"{score} ({tell.words('debrief.times', n=n)})" if n > 1 else str(score) for score, n in sorted(often.items()))


def luck_counted(found: Debrief, tell: Telling) -> str:
    """How the runs were counted in which a decision came later or never."""
    later, left_out = sum(run.later > 0 for run in found.luck), sum(run.left_out > 0 for run in found.luck)
    return tell.words("debrief.luck_how" if later or left_out else "debrief.luck_all", later=later, left_out=left_out)


def lessons(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """What the author teaches with each choice taken."""
    if found.lessons:
        page.heading(tell.words("debrief.lessons"))
    for number, _, text, source in found.lessons:
        cited = f" [{tell.signed(source)}]" if source else ""
        page.say(f"{decided(number, play, tell)}{why(number, play, tell)} - {text}{cited}")


def decided(number: int, play: Playthrough, tell: Telling) -> str:
    """A decision by its day and its first words."""
    said = shorten(tell.decision(play.decisions[number - 1]), SHORT, placeholder=" ...")
    return f"{tell.words.date(play.days[number - 1])}, {said}"


def why(number: int, play: Playthrough, tell: Telling) -> str:
    """The reason that was written down with a decision; nothing where there is none."""
    given = play.decisions[number - 1].rationale.strip() if number else ""
    return f" {tell.words('debrief.rationale', text=given)}" if given else ""


def ledger(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """What the court makes of each item."""
    words = tell.words
    if found.ledger:
        page.heading(words("debrief.ledger"))
    for ruling in found.ledger:
        page.say(
            f"{tell.name(ruling.item)}: {words('verdict.' + ruling.verdict)}"
            + (f" [{tell.signed(ruling.source)}]" if ruling.source else "")
        )


def law(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """The sources most often behind what happened, with what they say."""
    words = tell.words
    if found.law:
        page.heading(words("debrief.law"))
    for reference, times in found.law[:LAWS]:
        cited, source = tell.signed(reference), tell.source(reference)
        says = f": {source.says}" if source and source.says not in cited else ""
        often = f" ({words('debrief.times', n=times)})" if times > 1 else ""
        page.say(f"{cited}{says}{often}")


LAWS = 10
"""So many sources are read out; the others stand at their points."""


def timeline(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """Day by day what happened, also what nobody could know."""
    page.heading(tell.words("debrief.timeline"))
    for day, said in days_told(found, play, tell):
        page.say(f"{tell.words.date(day)}: {'; '.join(said)}.")


def days_told(found: Debrief, play: Playthrough, tell: Telling) -> list[tuple[int, list[str]]]:
    """The days on which something happened, each with what; with a decision the reason that was written down for it."""
    chosen = {o.about[0] for o in found.timeline if o.kind in ("chosen", "chosen_by_default")}
    days: dict[int, list[str]] = {}
    reasons = reasons_given(play, tell)
    for outcome in found.timeline:
        if not (outcome.kind == "beat" and outcome.about[0] in chosen) and not kept(outcome, found):
            said = clause(f"{happened(outcome, tell)}{ruled(outcome, tell)}{'' if outcome.seen_by else ' ' + tell.words('debrief.hidden')}")
            days.setdefault(outcome.day, []).append(f"{said}{reasons.pop(outcome.because, '')}")
    for number, reason in reasons.items():
        days.setdefault(play.days[number - 1], []).append(f"{tell.decision(play.decisions[number - 1])}{reason}")
    return sorted(days.items())


def reasons_given(play: Playthrough, tell: Telling) -> dict[int, str]:
    """The reasons that were written down, by the number of their decision."""
    told = {number: why(number, play, tell) for number in range(1, len(play.decisions) + 1)}
    return {number: reason for number, reason in told.items() if reason}


def ruled(outcome: Outcome, tell: Telling) -> str:
    """The rule by which something ended for us, where there is one."""
    return f" [{tell.signed(outcome.source)}]" if outcome.kind in ENDED_BY_RULE and outcome.source else ""


ENDED_BY_RULE = ("released", "refused", "declined", "returned")
"""What the timeline tells with the rule that made it so."""


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
            page.say(f"{what} [{tell.signed(point.source)}]", "body" if point.points > 0 else "warn")
    if missed := missed_points(found):
        page.heading(words("debrief.missed"))
    for point in missed:
        what = f"({point.points}) {words('criterion.' + point.criterion)}: {point.because}{stands(found, point, tell)}"
        page.say(f"{what} [{tell.signed(point.source)}]", "note")


def missed_points(found: Debrief) -> list[Any]:
    """What was not earned; a criterion that is full can miss nothing."""
    full = {c.criterion for c in found.mark.criteria if c.points == c.weight}
    return [point for point in found.mark.missed if point.criterion not in full]


def stands(found: Debrief, point: Any, tell: Telling) -> str:
    """How the items stand in the ledger on which a point of admissibility hangs, those that would be admitted left out."""
    if point.criterion != "admissibility":
        return ""
    behind = items_behind(tell.scenario, point.rule)
    said = [f"{r.item} {tell.words('verdict.' + r.verdict)}" for r in found.ledger if r.item in behind and r.verdict != "admitted"]
    return f" ({tell.words('debrief.ledger_says', items=', '.join(said))})" if said else ""


def when(day: int, number: int, play: Playthrough, tell: Telling) -> str:
    """On which day a point fell, and after which decision."""
    return f"({tell.words.date(day)}, {decision_told(day, number, play, tell, SHORT)})"


def decision_told(day: int, number: int, play: Playthrough, tell: Telling, most: int = 10_000) -> str:
    """The decision a point follows from, in at most so many letters; or that it fell while waiting, or at the end."""
    decision = play.decisions[number - 1] if number else None
    if play.is_over and number == len(play.decisions) and day == play.today:
        return tell.words("debrief.at_end")
    if decision is None or decision.act == "wait":
        return tell.words("debrief.waiting")
    return tell.words("debrief.after", n=number, what=shorten(tell.decision(decision), most, placeholder=" ..."))


def what_ifs(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """What one earlier decision would have changed, for the worse and for the better, and what was left open."""
    regrets(page, found, play, tell)
    better(page, found, play, tell)
    left(page, found, tell)


def left(page: Draft, found: Debrief, tell: Telling) -> None:
    """What nobody did: no decision, so no other decision can stand for it."""
    if found.left_open:
        page.heading(tell.words("debrief.left_open"))
    for each in found.left_open:
        page.say(f"{tell.words.date(each.day)}: {left_told(each, tell)}.", "warn")


def left_told(each: LeftOpen, tell: Telling) -> str:
    """One thing that was left open, in words."""
    return tell.words(f"left_open.{each.kind}", what=tell.name(each.about), days=each.days)


def regrets(page: Draft, found: Debrief, play: Playthrough, tell: Telling) -> None:
    """The decisions that cost most; nothing where no other decisions were tried."""
    words = tell.words
    if not found.tried:
        return
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
    was = f"{sentence(was)}{why(regret.decision, play, tell)}"
    page.say(words("debrief.regret", date=words.date(regret.day), was=was, instead=sentence(instead)))
    said = "; ".join([more(regret.points, "more", "fewer", tell) or words("debrief.same"), *effects(regret, tell)])
    page.say(f"{said}.", "good" if regret.points < 0 else "warn")


def effects(regret: Regret, tell: Telling) -> list[str]:
    """What another decision would have changed besides the points: the days, the ending, what the court would have had."""
    words = tell.words
    ending = next((e.title for e in tell.scenario.endings if e.id == regret.ending), regret.ending)
    said = [more(-regret.days, "longer", "shorter", tell), words("debrief.ending", ending=ending)]
    if regret.gained:
        said.append(words("debrief.gained", items=tell.names(regret.gained)))
    if regret.lost:
        said.append(words("debrief.lost", items=tell.names(regret.lost)))
    return [each for each in said if each]


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
    "luck": luck,
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


def debrief_values(found: Debrief, play: Playthrough, tell: Telling, group: Group | None = None) -> dict[str, Any]:
    """The debrief as plain values, for JSON."""
    return {
        "scenario": found.scenario, "seed": found.seed, "finished": play.is_over, "ending": found.ending, "score": found.mark.score,
        "criteria": [{"criterion": c.criterion, "points": c.points, "weight": c.weight, "raw": c.raw} for c in found.mark.criteria],
        "points": [{"rule": p.rule, "day": iso(p.day), "decision": p.decision, "criterion": p.criterion, "points": p.points,
                    "reason": p.because, "source": p.source} for p in found.mark.points],
        "missed": [{"rule": p.rule, "criterion": p.criterion, "points": p.points, "reason": p.because, "source": p.source}
                   for p in found.mark.missed],
        "regrets": [regret_values(r, play, tell) for r in found.regrets] if found.tried else None,
        "right": [regret_values(r, play, tell) for r in found.right] if found.tried else None,
        "left_open": [{"day": iso(each.day), "kind": each.kind, "about": each.about, "text": left_told(each, tell)}
                      for each in found.left_open],
        "luck": luck_values(found),
        "group": group and {"mode": group.mode, "plays": group.plays, "score": group.score, "criteria": dict(group.criteria),
                            "damaged": group.damaged, "left_aside": group.aside},
        "messages": [{"id": id, "text": text} for id, text in found.messages],
        "lessons": [{"decision": n, "choice": c, "text": t, "source": s} for n, c, t, s in found.lessons],
        "ledger": [{"item": r.item, "verdict": r.verdict, "rule": r.rule, "source": r.source} for r in found.ledger],
        "law": [{"source": ref, "times": times, "says": s.says if (s := tell.source(ref)) else "",
                 "confidence": s.confidence if s else None} for ref, times in found.law],
        "timeline": [{"day": iso(o.day), "kind": o.kind, "about": list(o.about), "decision": o.because, "source": o.source,
                      "hidden": not o.seen_by, "text": tell.outcome(o)} for o in found.timeline],
        "decisions": [{"n": n, "day": iso(day), **(decision_values(d) or {}), "rationale": d.rationale}
                      for n, (d, day) in enumerate(zip(play.decisions, play.days, strict=True), 1)],
    }  # fmt: skip


def luck_values(found: Debrief) -> dict[str, Any] | None:
    """The same decisions under other luck, as plain values; None where they were not played."""
    where = span(found.mark.score, found.luck)
    if where is None:
        return None
    return {
        "runs": where.runs, "low": where.low, "quarter": where.quarter, "median": where.median,
        "three_quarters": where.three_quarters, "high": where.high, "below": where.below, "same": where.same,
        "above": where.above, "changed": where.changed,
        "each": [{"seed": run.seed, "score": run.score, "ending": run.ending, "later": run.later, "left_out": run.left_out}
                 for run in found.luck],
    }  # fmt: skip


def regret_values(regret: Regret, play: Playthrough, tell: Telling) -> dict[str, Any]:
    """A what-if as plain values."""
    return {
        "decision": regret.decision, "day": iso(regret.day), "was": decision_values(play.decisions[regret.decision - 1]),
        "instead": decision_values(regret.instead), "points": regret.points, "days": regret.days,
        "gained": list(regret.gained), "lost": list(regret.lost), "ending": regret.ending, "dropped": regret.dropped,
        "criteria": dict(regret.criteria), "rationale": play.decisions[regret.decision - 1].rationale,
        "text": f"{tell.decision(play.decisions[regret.decision - 1])} -> {tell.decision(regret.instead)}",
    }  # fmt: skip

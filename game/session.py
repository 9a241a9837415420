"""One sitting: a playthrough and its log. Row first, picture afterwards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from engine import (
    VERSION,
    Debrief,
    Decision,
    OtherLuck,
    Outcome,
    Playthrough,
    Refused,
    Regret,
    ReplayDiverged,
    Scenario,
    alternatives,
    compared,
    debrief,
    mark,
    same_decisions,
    scenario_from_files,
)  # fmt: skip
from game import saves

Listener = Callable[[], None]


def now() -> str:
    """The real time, for the log only; nothing in the game depends on it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def header_of(
    scenario: Scenario, seed: int, *, mode: str, player: str, workshop: str = "", seats: tuple[str, ...] = (), auto: str = ""
) -> dict[str, Any]:
    """The header of a new log: what is played, on which law, by whom; the content travels inside. `auto` = no person plays."""
    by = {"auto": auto} if auto else {}
    return {
        "scenario": scenario.id, "scenario_digest": scenario.digest, "law_digest": scenario.law.digest, "seed": seed,
        "seats": list(seats or scenario.seats), "mode": mode, "player": player, "workshop": workshop,
        "engine": VERSION, "started": now(), **by, "content": saves.pack(scenario.files),
    }  # fmt: skip


def plain(value: Any) -> Any:
    """A term as JSON keeps it."""
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value


def row_of(decision: Decision, day: int, digest: str, at: str) -> dict[str, Any]:
    """A decision as a row of a log; `day` is when it was taken, `digest` of the world after it."""
    return {
        "day": date.fromordinal(day).isoformat(), "seat": decision.seat, "act": decision.act, "on": list(decision.on),
        "terms": {name: plain(value) for name, value in decision.terms.items()}, "rationale": decision.rationale,
        "at": at, "digest": digest,
    }  # fmt: skip


def decision_of(row: dict[str, Any]) -> Decision:
    """The decision in a row of a log."""
    terms = {
        str(name): tuple(value) if isinstance(value, list) else value for name, value in row.get("terms", {}).items()
    }
    return Decision(
        str(row["seat"]), str(row["act"]), tuple(str(each) for each in row["on"]), terms, str(row.get("rationale", ""))
    )


@dataclass(frozen=True, slots=True)
class Proof:
    """What verification found: `row` = the first bad row (None = the log is what it says), `why` a key of the words.

    `digest` is that of the world at the end of a log that holds.
    """

    row: int | None
    why: str = ""
    score: int | None = None
    digest: str = ""


class Session:
    """Owns a playthrough, passes decisions, writes each into the log before anybody sees what followed."""

    def __init__(self, play: Playthrough, log: saves.OpenLog | None, mode: str = "practice") -> None:
        self.play, self.log, self.mode = play, log, mode
        self.listeners: list[Listener] = []
        self._debrief: tuple[int, Debrief] | None = None
        self._compared: tuple[int, Debrief] | None = None

    @property
    def scenario(self) -> Scenario:
        """What is being played."""
        return self.play.scenario

    def decide(self, decision: Decision) -> tuple[Outcome, ...] | Refused:
        """Take a decision; if it cannot be put on the disk it is taken back and `NotSaved` is raised."""
        day = self.play.today
        followed = self.play.decide(decision)
        if isinstance(followed, Refused):
            return followed
        if self.log is not None:
            try:
                self.log.append(row_of(decision, day, self.play.digest(), now()))
                if self.play.is_over:
                    self.log.finish(result_of(self.play))
            except saves.NotSaved:
                self._take_back()
                raise
        for listener in self.listeners:
            listener()
        return followed

    def _take_back(self) -> None:
        kept = self.play.decisions[: len(self.log.rows) if self.log else -1]
        again = Playthrough(self.play.scenario, self.play.seed)
        for decision in kept:
            again.decide(decision)
        self.play = again

    def rewind(self, decisions: int) -> None:
        """Go back to the state after so many decisions (practice mode); the log says that it was done."""
        again = Playthrough(self.play.scenario, self.play.seed)
        for decision in self.play.decisions[:decisions]:
            again.decide(decision)
        if self.log is not None:
            self.log.rewind(decisions)
        self.play = again
        for listener in self.listeners:
            listener()

    def debrief(self) -> Debrief:
        """The debrief of the play, made once."""
        if self._debrief is None or not self.whole:
            self._debrief = (len(self.play.decisions), debrief(self.play))
        return self._debrief[1]

    @property
    def whole(self) -> bool:
        """Is everything of the debrief worked out?"""
        return self._debrief is not None and self._debrief[0] == len(self.play.decisions)

    @property
    def compared(self) -> bool:
        """Is it known what other decisions would have changed?"""
        return self.whole or (self._compared is not None and self._compared[0] == len(self.play.decisions))

    def first_debrief(self) -> Debrief:
        """The debrief as far as it is worked out."""
        if self.whole:
            return self.debrief()
        return self._compared[1] if self._compared and self.compared else debrief(self.play, what_ifs=False)

    def comparing(self) -> Iterator[int]:
        """Work out the rest of the debrief, one replay a step; answers how many are done.

        First what other decisions would have changed, then `compared` is so; then other luck, then `whole` is so.
        """
        number, first = len(self.play.decisions), debrief(self.play, what_ifs=False)
        tried: list[Regret] = []
        for regret in alternatives(self.play):
            tried.append(regret)
            yield len(tried)
        self._compared = (number, compared(first, tried))
        luck: list[OtherLuck] = []
        for run in same_decisions(self.play):
            luck.append(run)
            yield len(tried) + len(luck)
        self._debrief = (number, compared(first, tried, luck))

    def branch(self, decisions: int) -> "Session":
        """A new sitting, with a log of its own, that has come as far as so many decisions of this one; this one stays."""
        folder = self.log.path.parent if self.log is not None else None
        again = begin(self.scenario, self.play.seed, folder, player=self.player, seats=self.held, branch_of=self.log)
        for decision in self.play.decisions[:decisions]:
            again.decide(decision)
        return again

    @property
    def player(self) -> str:
        """The code of whoever plays."""
        return str(self.log.header.get("player", "")) if self.log is not None else ""

    @property
    def held(self) -> tuple[str, ...]:
        """The seats the table holds."""
        return tuple(self.log.header.get("seats", ())) if self.log is not None else self.play.seats

    @property
    def last_seat(self) -> str:
        """The seat that decided last; before any decision, the first that the table holds."""
        decided = self.play.decisions[-1].seat if self.play.decisions else ""
        return decided or next((seat for seat in self.held if seat in self.play.seats), self.play.seats[0])

    def close(self) -> None:
        """End the sitting; the log can be resumed."""
        if self.log is not None:
            self.log.close()
            self.log = None


def result_of(play: Playthrough) -> dict[str, Any]:
    """The result of a play that is over."""
    found = mark(play.scenario, play.world.earned)
    return {
        "ending": play.ending,
        "score": found.score,
        "criteria": {each.criterion: each.points for each in found.criteria},
        "digest": play.digest(),
        "finished": now(),
    }


def begin(
    scenario: Scenario,
    seed: int,
    folder: Path | None,
    *,
    mode: str = "practice",
    player: str = "",
    path: Path | None = None,
    seats: tuple[str, ...] = (),
    branch_of: saves.OpenLog | None = None,
    auto: str = "",
) -> Session:
    """A new sitting; `folder` None = nothing is written (a rehearsal). `branch_of` = the log it goes back into.

    `auto` names the written line or the bot that plays.
    """
    play = Playthrough(scenario, seed)
    if folder is None and path is None:
        return Session(play, None, mode)
    header = header_of(scenario, seed, mode=mode, player=player, seats=seats, auto=auto)
    if branch_of is not None:
        header["branch_of"] = branch_of.last
    stamp = now().replace(":", "").replace("-", "")[:15]
    log = (
        saves.create_at(path, header)
        if path is not None
        else saves.create(folder or Path(), f"{scenario.id}-{stamp}", header)
    )
    return Session(play, log, mode)


@lru_cache(maxsize=4)
def scenario_read(packed: str, id: str) -> Scenario:
    """The scenario of these very files; logs of one class carry the same, and reading it costs more than playing it."""
    return scenario_from_files(saves.unpack(packed), id)


def replay_log(log: saves.Log, upto: int | None = None) -> Playthrough:
    """The playthrough of a log, on the scenario and law inside it; every row's digest is compared."""
    scenario = scenario_read(str(log.header["content"]), str(log.header["scenario"]))
    play = Playthrough(scenario, int(log.header["seed"]))
    for row in log.rows[:upto]:
        take_row(play, row)
    return play


def take_row(play: Playthrough, row: dict[str, Any]) -> tuple[Outcome, ...]:
    """Take the decision of a row; `ReplayDiverged` when it does not lead to what the row says."""
    if isinstance(followed := play.decide(decision_of(row)), Refused):
        raise ReplayDiverged(int(row["n"]), "taken", f"refused: {followed.why}")
    if play.digest() != row.get("digest"):
        raise ReplayDiverged(int(row["n"]), str(row.get("digest")), play.digest())
    return followed


def resume(path: Path) -> Session:
    """Go on with a log where it stands."""
    opened = saves.reopen(path)
    try:
        play = replay_log(saves.read_log(path))
    except Exception:
        opened.close()
        raise
    session = Session(play, opened, str(opened.header.get("mode", "practice")))
    if play.is_over and saves.read_log(path).result is None:
        opened.finish(result_of(play))
    return session


def verify(path: Path) -> Proof:
    """Prove a log: unbroken chain, and every decision played again leads to what the log says."""
    log = saves.read_log(path)
    broken = saves.check_chain(log)
    if broken is not None:
        return Proof(broken[0], broken[1])
    if log.torn:
        return Proof(len(log.rows) + 1, "torn")
    try:
        play = replay_log(log)
    except ReplayDiverged as error:
        return Proof(error.row, "diverged")
    except Exception:
        return Proof(0, "content")
    score = mark(play.scenario, play.world.earned).score
    if log.result is not None and not says_so(log.result, play):
        return Proof(len(log.rows) + 1, "result")
    return Proof(None, "", score, play.digest())


def says_so(result: dict[str, Any], play: Playthrough) -> bool:
    """Does a result say what the play came to? One written by an older version says nothing of the criteria."""
    true = result_of(play)
    return play.is_over and all(result.get(name, true[name]) == true[name] for name in ("score", "ending", "criteria"))


@contextmanager
def sitting(session: Session) -> Iterator[Session]:
    """A sitting that is closed whatever happens."""
    try:
        yield session
    finally:
        session.close()

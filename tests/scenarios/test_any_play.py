"""Whatever anybody does, lawful or not: no failure, always an end, nothing seen that may not be known, replay identical."""

import os
import subprocess
import sys
from dataclasses import fields, is_dataclass

import pytest

from engine import Decision, Playthrough, Refused, play_out, player, replay
from tests.conftest import CASES, ROOT, case

SEEDS = int(os.environ.get("ROGATORY_SEEDS", "500"))
STEP_LIMIT = 2000


def strings(value):
    """Every text inside a frozen value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from strings(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from strings(getattr(value, each.name))


def leaks(play, seat):
    """What a seat's view says although the seat may not know it."""
    world, view = play.world, play.view(seat)
    hidden = {id for id, holding in world.items.items() if holding.status == "hidden"}
    unmet = {id for id, person in world.people.items() if not person.met}
    unknown = {id for id in world.scenario.contacts if id not in world.contacts}
    for part, forbidden in (("items", hidden), ("people", unmet), ("contacts", unknown)):
        yield from (each.id for each in getattr(view, part) if each.id in forbidden)
    yield from (str(o) for o in view.inbox if seat not in o.seen_by)
    yield from (beat.id for beat in view.beats if seat not in world.scenario.beats[beat.id].seats)
    for person in view.people:
        if person.believed != world.people[person.id].believed:
            yield f"{person.id} is seen where the file does not say"
    told = set(strings(view.items)) | set(strings(view.people))
    yield from (world.scenario.items[id].tells for id, holding in world.items.items()
                if holding.status == "lead" and world.scenario.items[id].tells in told)  # fmt: skip


@pytest.mark.parametrize("id", CASES)
@pytest.mark.parametrize("bot", ["random", "mischief"])
def test_any_play_ends_and_is_the_same_when_played_again(id, bot):
    scenario = case(id)
    for seed in range(1, SEEDS + 1):
        play = play_out(Playthrough(scenario, seed), player(scenario, bot, seed))
        assert play.is_over, seed
        if seed % 5 == 0:
            assert replay(scenario, seed, play.decisions).digest() == play.digest(), seed


@pytest.mark.parametrize("id", CASES)
def test_no_seat_ever_sees_what_it_may_not_know(id):
    scenario = case(id)
    for seed in range(1, max(2, SEEDS // 25)):
        play, who = Playthrough(scenario, seed), player(scenario, "random", seed)
        for _ in range(STEP_LIMIT):
            if play.is_over:
                break
            decision = who.next(play)
            if decision is None or isinstance(play.decide(decision), Refused):
                play.decide(Decision(play.seats[0], "wait", (), {"until": "day"}))
            for seat in play.seats:
                assert list(leaks(play, seat)) == []


@pytest.mark.parametrize("id", CASES)
def test_what_is_offered_as_possible_is_possible_and_what_is_not_has_a_reason(id):
    scenario = case(id)
    play, who = Playthrough(scenario, 3), player(scenario, "random", 3)
    for _ in range(60):
        if play.is_over:
            break
        for seat in play.seats:
            for choice in play.choices(seat):
                if choice.terms and choice.possible:
                    continue
                found = play.check(choice.decision)
                assert (found is None) is choice.possible, choice
                assert choice.possible or choice.why_not is not None
        play.decide(who.next(play))


@pytest.mark.parametrize("id", CASES)
def test_a_refused_decision_changes_nothing(id):
    play = Playthrough(case(id), 1)
    before = play.digest()
    for decision in (Decision("investigator", "choose", ("no-such-beat", "x")), Decision("investigator", "start", ("mla", "ZZ")),
                     Decision("nobody", "wait"), Decision("investigator", "step", ("mla-ZZ-1", "send"))):  # fmt: skip
        assert isinstance(play.decide(decision), Refused)
    assert play.digest() == before
    assert play.decisions == []


SCRIPT = """
import sys
from pathlib import Path
from engine import Playthrough, load_scenario, play_out, player
scenario = load_scenario(Path("scenarios"), sys.argv[1])
for name in ("textbook", "random", "mischief"):
    print(play_out(Playthrough(scenario, 11), player(scenario, name, 11)).digest())
"""


@pytest.mark.parametrize("id", CASES)
def test_the_digest_is_the_same_in_another_process_with_another_hash_seed(id):
    said = set()
    for seed in ("0", "1", "4711"):
        made = subprocess.run([sys.executable, "-c", SCRIPT, id], cwd=ROOT, capture_output=True, text=True, check=True,
                              env={**os.environ, "PYTHONHASHSEED": seed})  # fmt: skip
        said.add(made.stdout)
    here = [play_out(Playthrough(case(id), 11), player(case(id), name, 11)).digest() for name in ("textbook", "random", "mischief")]
    assert said == {"\n".join(here) + "\n"}

"""The quick machine does what the stock machine of `transitions` does, on every procedure of the pack."""

from random import Random

import pytest
from transitions import Machine, MachineError

from engine.procedures.procedure import TIME, LeanMachine, Step, UnknownAct, build_machine
from tests.conftest import case

PROCEDURES = sorted(case("budva-2009").procedures)


class Paper:
    """A matter with dice for answers: both machines ask the same questions in the same order."""

    def __init__(self, stage, seed):
        self.stage, self.asked, self.dice = stage, [], Random(seed)

    def answer(self, name):
        self.asked.append(name)
        return self.dice.random() < 0.5


def recorded(step):
    """The step with its conditions replaced by questions that note that they were asked."""
    def ask(name):
        return lambda paper: paper.answer(name)

    return Step(step.act, step.origin, step.to, conditions=tuple(ask(f.__name__) for f in step.conditions),
                unless=tuple(ask(f.__name__) for f in step.unless))  # fmt: skip


def push(machine, paper, act):
    """Try an act; what came of it."""
    try:
        return bool(machine.events[act].trigger(paper, paper))
    except (MachineError, KeyError) as error:
        return type(error).__name__


@pytest.mark.parametrize("id", PROCEDURES)
def test_lean_and_stock_machine_walk_the_same_way(id):
    procedure = case("budva-2009").procedures[id]
    steps = [recorded(step) for step in procedure.steps]
    stages = tuple(procedure.stages)
    stock, lean = (build_machine(stages, steps, procedure.begins, machine) for machine in (Machine, LeanMachine))
    acts = sorted({step.act for step in steps})
    for seed in range(300):
        plain, quick = Paper(procedure.begins, seed), Paper(procedure.begins, seed)
        stock.add_model(plain, initial=procedure.begins)
        dice = Random(seed)
        for _ in range(12):
            act = dice.choice(acts)
            assert push(stock, plain, act) == push(lean, quick, act)
            assert (plain.stage, plain.asked) == (quick.stage, quick.asked)
        stock.remove_model(plain)


@pytest.mark.parametrize("id", PROCEDURES)
def test_every_stage_can_be_reached_and_is_left_or_is_an_end_which_only_a_seat_takes_up_again(id):
    procedure = case("budva-2009").procedures[id]
    reached, edge = {procedure.begins}, [procedure.begins]
    while edge:
        here = edge.pop()
        for step in procedure.steps:
            if here in step.origin and step.to not in reached:
                reached.add(step.to)
                edge.append(step.to)
    assert reached == set(procedure.stages)
    for name, stage in procedure.stages.items():
        leaving = [step for step in procedure.steps if name in step.origin]
        assert bool(leaving) is not stage.ends or (stage.ends and all(step.by for step in leaving)), name


@pytest.mark.parametrize("id", PROCEDURES)
def test_a_stage_that_takes_time_is_left_by_time_without_a_condition_in_the_end(id):
    procedure = case("budva-2009").procedures[id]
    for name, stage in procedure.stages.items():
        if stage.takes is not None:
            last = [step for step in procedure.steps if step.act == TIME and name in step.origin][-1]
            assert last.conditions == () and last.unless == (), name


def test_an_act_that_the_procedure_does_not_have_is_named():
    procedure = case("budva-2009").procedures["mla"]
    with pytest.raises(UnknownAct, match="no step 'fly'"):
        procedure.move(Paper("drafting", 1), "fly")

"""Where an item perishes before or after an authority abroad takes hold of it: what is lost, and what is not."""

from engine import Playthrough
from engine.play.course import begin
from engine.play.effects.letters import secure
from engine.play.matter import Matter
from engine.play.questions.evidence import lost
from engine.play.story_effects import vanish
from tests.conftest import case


def asked(item):
    """A case in which a letter asks for an item that the file knows of."""
    world = Playthrough(case("budva-2009"), 1).world
    world.raise_status(item, "lead")
    country = world.scenario.items[item].country
    return world, Matter(world, begin(world, "mla", country, (item,), {}, "prosecutor"))


def perishing():
    """An item of the flagship that lies abroad and has a last day."""
    items = case("budva-2009").items
    return next(id for id, item in items.items() if item.perishes and item.country != "ME")


def kinds(world):
    """The kinds of what has been told."""
    return [outcome.kind for outcome in world.outcomes]


def test_what_perishes_before_it_is_secured_is_lost():
    item = perishing()
    world, matter = asked(item)
    vanish(world, item)
    secure(matter, item)
    assert lost(world, item) and world.verdict(item) == "lost"
    assert "item_lost" in kinds(world) and item in matter.request.lacking


def test_what_is_secured_before_it_perishes_is_not_lost_even_where_the_provider_keeps_nothing():
    item = perishing()
    world, matter = asked(item)
    secure(matter, item)
    vanish(world, item, even_preserved=True)
    assert not lost(world, item) and world.verdict(item) == "not_held"
    assert "item_lost" not in kinds(world)


def test_what_one_paper_secured_another_one_does_not_find_gone():
    item = perishing()
    world, matter = asked(item)
    secure(matter, item)
    vanish(world, item)
    other = Matter(world, begin(world, "mla", matter.request.country, (item,), {}, "prosecutor"))
    secure(other, item)
    assert item in other.request.secured

"""What all tests share: the scenarios of the checkout, read once."""

import os
from functools import cache
from pathlib import Path

import pytest

from engine import law_packs, load_lawbook, load_scenario

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

ROOT = Path(__file__).parent.parent
SCENARIOS = ROOT / "scenarios"
PACKS = law_packs(SCENARIOS)
CASES = sorted(path.parent.name for path in SCENARIOS.glob("*/scenario.yaml"))


@cache
def case(id):
    """A scenario, read once."""
    return load_scenario(SCENARIOS, id)


@cache
def book_of(pack):
    """The whole law book of a pack, read once."""
    return load_lawbook(SCENARIOS / pack)


@pytest.fixture(scope="session")
def lawbook():
    """The whole law book of the real world."""
    return book_of("law")


@pytest.fixture(scope="session", params=PACKS)
def any_lawbook(request):
    """The law book of each pack in turn."""
    return book_of(request.param)


@pytest.fixture(scope="session")
def first_contact():
    """The tutorial case."""
    return case("first-contact")


@pytest.fixture(scope="session")
def danube(tmp_path_factory):
    """A case between two members of the Union: it opens the papers that only they have."""
    folder = tmp_path_factory.mktemp("union")
    (folder / "law").symlink_to(SCENARIOS / "law", target_is_directory=True)
    (folder / "danube").symlink_to(ROOT / "tests" / "cases" / "danube", target_is_directory=True)
    return load_scenario(folder, "danube")


@pytest.fixture(scope="session")
def budva():
    """The flagship."""
    return case("budva-2009")

"""One broken file an author's mistake in a pack of invented countries; and a case that names a pack which is not there."""

import shutil

import pytest

from game.checking import check_paths
from tests.broken.test_broken_files import changed, mistakes, only_message, place_of
from tests.conftest import SCENARIOS

FERRY = SCENARIOS.parent / "tests" / "cases" / "last-ferry"


@pytest.fixture()
def packs(tmp_path):
    """A folder with the invented pack and the files it takes."""
    shutil.copytree(SCENARIOS / "law", tmp_path / "law", ignore=shutil.ignore_patterns("countries", "calendars"))
    shutil.copytree(SCENARIOS / "invented", tmp_path / "invented")
    return tmp_path


def test_the_invented_pack_is_sound_beside_the_files_it_takes(packs):
    assert check_paths([str(packs / "invented")], SCENARIOS).errors == []


@pytest.mark.parametrize("recipe", mistakes("invented"))
def test_a_mistake_in_a_pack_is_said_once_and_at_its_place(packs, recipe):
    path = packs / recipe["in"]
    broken = changed(path.read_text(encoding="utf-8"), recipe)
    path.write_text(broken, encoding="utf-8")

    said = only_message(packs / "invented")

    assert [words for words in recipe["says"] if words not in said] == [], said
    assert said.startswith(f"{path}:{place_of(broken, recipe['at'])}: ")
    assert only_message(path) == said


def test_what_a_taken_file_cites_must_stand_for_something(packs):
    path = packs / "invented" / "pack.yaml"
    text = path.read_text(encoding="utf-8")
    without = "\n".join(line for line in text.splitlines() if "EU-EIO" not in line)
    path.write_text(without, encoding="utf-8")

    said = [str(error) for error in check_paths([str(packs / "invented")], SCENARIOS).errors]

    assert said and all("name what stands for it under cites: in invented/pack.yaml" in each for each in said)
    assert all(each.startswith(f"{packs}/law/") for each in said)


def test_a_pack_that_takes_nothing_misses_its_tables(packs):
    path = packs / "invented" / "pack.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("takes_from: law", "takes_from: lore"), encoding="utf-8")

    said = [str(error) for error in check_paths([str(packs / "invented")], SCENARIOS).errors]

    assert said and all("this file of the law pack is missing" in each for each in said)


def test_a_real_pack_has_no_invented_fact(packs):
    path = packs / "law" / "treaties" / "ets30.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("articles: known}", "articles: invented}"), encoding="utf-8")
    for part in ("countries", "calendars"):
        (packs / "law" / part).mkdir()
        shutil.copy(SCENARIOS / "law" / part / "me.yaml", packs / "law" / part)

    said = only_message(packs / "law")

    assert "a fact of a real pack is not 'invented'" in said
    assert said.startswith(str(path))


@pytest.mark.parametrize(("named", "fix"), [("invnted", "did you mean 'invented'?"), ("moon", "law packs beside this case: invented, law")])
def test_a_case_that_names_no_pack_is_told_which_there_are(packs, named, fix):
    shutil.copytree(FERRY, packs / "last-ferry")
    path = packs / "last-ferry" / "scenario.yaml"
    broken = path.read_text(encoding="utf-8").replace("law: invented", f"law: {named}")
    path.write_text(broken, encoding="utf-8")

    said = only_message(packs / "last-ferry")

    assert said.startswith(f"{path}:{place_of(broken, named)}: law: there is no law pack {named!r}")
    assert fix in said


def test_a_case_on_invented_law_knows_no_real_country(packs):
    shutil.copytree(FERRY, packs / "last-ferry")
    path = packs / "last-ferry" / "scenario.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("countries: [XD, XM, XF]", "countries: [XD, XM, XF, IT]"), encoding="utf-8")

    assert "'IT'" in only_message(packs / "last-ferry")

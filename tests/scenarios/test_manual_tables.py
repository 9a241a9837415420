"""The tables of the manuals are true: papers with their terms, kinds, codes and channels, the articles of the invented pack."""

import re

import pytest

from engine import Playthrough, check_scenario, load_lawbook, load_scenario, play_out, player
from engine.reading.scenario import delays_of
from tests.conftest import SCENARIOS, case

MANUAL = (SCENARIOS / "README.md").read_text(encoding="utf-8")
INVENTED = (SCENARIOS / "invented" / "README.md").read_text(encoding="utf-8")
PROCEDURES = case("first-contact").procedures
PAPERS = MANUAL[MANUAL.index("### Papers") : MANUAL.index("### Durations")]
CASE = """
id: every-paper
title: Every paper
home: SI
countries: [HR, RS]
start: 2024-02-12
deadline: 2025-02-12
seats: [investigator, prosecutor, judge, coordinator]
instruments: [informal, spontaneous, preservation, mla, eio, extradition, eaw, transfer, jit, measure, custody, protection, proceedings]
briefing: One of each.
weights: {outcome: 100}
allow: {weight-out-of-reach: nobody plays it for points}
people:
  S1: {role: suspect, name: S-1, nationality: [SI], at: RS}
  S2: {role: suspect, name: S-2, nationality: [SI], at: HR}
  S3: {role: suspect, name: S-3, nationality: [RS], at: RS}
  S4: {role: suspect, name: S-4, nationality: [SI], at: SI}
  V1: {role: victim, name: V-1, nationality: [HR], at: SI}
counts:
  C1: {title: Trafficking, offence: trafficking, against: [S1, S2, S3, S4]}
evidence:
  E1: {title: Ledger, in: SI, kind: papers, starts: lead}
  E2: {title: Register, in: HR, kind: registry, starts: lead}
  E3: {title: Messages, in: RS, kind: telecom, coercive: true, starts: lead}
  E4: {title: Account, in: HR, kind: bank, starts: lead}
contacts:
  HR-1: {name: Desk, in: HR, channel: focal_point, open: true, help: 5}
begins:
  - opens_case: HR
closes: day > 300
endings:
  - {id: end, title: End, when: true, text: The end.}
"""


def row(id, text=PAPERS):
    """The row of a table that begins with this word."""
    found = [line for line in text.splitlines() if line.startswith(f"| `{id}` |")]
    assert len(found) == 1, id
    return found[0]


def words(text):
    """Every word of a row that stands between backquotes."""
    return set(re.findall(r"`([^`]+)`", text))


def terms_of(procedure):
    """Every term of a procedure, those of later steps too."""
    return [*procedure.terms, *(term for step in procedure.steps for term in step.terms)]


@pytest.mark.parametrize("id", sorted(PROCEDURES))
def test_the_table_of_papers_has_every_term_option_and_step_and_no_other(id):
    procedure = PROCEDURES[id]
    terms = [term for term in terms_of(procedure) if term.kind != "items"]
    said = {id, *(term.name for term in terms_of(procedure)), *(option for term in terms for option in term.options)}
    said |= {step.act for step in procedure.steps if step.by}

    assert words(row(id)) - {"with", "about", "instruments"} == said


@pytest.mark.parametrize("id", sorted(PROCEDURES))
def test_the_table_of_papers_stars_what_must_be_filled_in(id):
    required = {term.name for term in terms_of(PROCEDURES[id]) if term.required}

    assert set(re.findall(r"`(\w+)`\\\*", row(id))) == required


@pytest.mark.parametrize("id", sorted(PROCEDURES))
def test_the_table_of_papers_says_what_stands_there_if_nothing_is_said(id):
    for term in PROCEDURES[id].terms:
        if isinstance(term.default, str):
            options = ", ".join(f"`{option}`" for option in term.options)
            assert f"`{term.name}` ({options}; `{term.default}`)" in row(id)
        elif term.default is not None and term.kind == "yes_no":
            after = row(id).partition(f"`{term.name}`")[2]
            assert re.search(r"\(true or false[^;)]*; (true|false)\)", after).group(1) == str(term.default).lower(), term.name


@pytest.fixture(scope="module")
def every_paper(tmp_path_factory):
    """A case with every instrument whose line of play is the steps in the manual."""
    folder = tmp_path_factory.mktemp("scenarios")
    (folder / "law").symlink_to(SCENARIOS / "law", target_is_directory=True)
    steps = re.search(r"```yaml\n(.*?)```", PAPERS, re.S).group(1)
    lines = "".join(f"      {line}\n" for line in steps.splitlines())
    (folder / "every-paper.yaml").write_text(f"{CASE}plays:\n  one-of-each:\n    steps:\n{lines}", encoding="utf-8")
    return folder


def test_the_steps_in_the_manual_pass_the_check(every_paper):
    assert [str(error) for error in check_scenario(every_paper, "every-paper")] == []


def test_the_steps_in_the_manual_are_one_of_each_and_all_of_them_are_taken(every_paper):
    scenario = load_scenario(every_paper, "every-paper")
    line = player(scenario, "one-of-each", 1)
    play = play_out(Playthrough(scenario, 1), line)

    assert [(step.on, refused and refused.why) for _, step, refused in line.left_out(play)] == []
    assert {request.procedure for request in play.world.requests.values()} == set(PROCEDURES)


@pytest.mark.parametrize("id", sorted(PROCEDURES))
def test_the_table_of_delays_has_those_that_papers_run_into(id):
    durations = MANUAL[MANUAL.index("### Durations") : MANUAL.index("### Beats")]

    assert words(row(id, durations)) == {id, *delays_of(PROCEDURES[id])}


@pytest.mark.parametrize("table", ["evidence_kinds", "formalities", "channels"])
def test_the_lists_of_the_manual_are_those_of_the_pack(table):
    known = getattr(case("first-contact").law, table)
    head = {"evidence_kinds": "| kind |", "formalities": "| formality |", "channels": "| channel |"}[table]
    rows = MANUAL[MANUAL.index(head) :].split("\n\n")[0].splitlines()[2:]

    assert [next(iter(re.findall(r"`([^`]+)`", line))) for line in rows] == list(known)


@pytest.fixture(scope="module")
def invented():
    """The law book of the invented pack."""
    return load_lawbook(SCENARIOS / "invented")


def test_the_page_of_the_invented_pack_lists_every_article(invented):
    articles = INVENTED[INVENTED.index("| treaty | articles |") :]
    for id, treaty in invented.treaties.items():
        assert re.findall(r"(?:^|· )(\d+) ", row(id, articles).split("|")[2].strip()) == list(treaty.articles), id


def test_the_page_of_the_invented_pack_says_which_ministries_want_a_copy(invented):
    wanting = {id for id, country in invented.countries.items() if country.wants_copy_to_ministry(738_000)}

    assert {id for id in invented.countries if "at its ministry" in row(id, INVENTED)} == wanting


def test_the_flaws_of_the_manual_are_those_that_rules_of_evidence_ask_about():
    line = next(line for line in MANUAL.splitlines() if line.startswith("Flaws the rules of evidence know"))
    rules = [rule for country in load_lawbook(SCENARIOS / "law").countries.values() for rule in country.evidence]

    assert words(line) == {flaw for rule in rules for flaw in rule.asks.get("flaw", ())} | {"unlawful"}

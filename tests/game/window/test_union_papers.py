"""The papers between members of the Union: each opens, says what it rests on, and nothing by our own short names."""

import io
import re

import pytest

from engine import Decision
from game.pages import form
from game.session import begin
from game.text.app import TextGame
from game.window.app import App
from game.window.forms import BasisRow
from game.window.letters import Running
from game.window.screens.desk import Desk
from game.window.screens.paper import Paper
from game.words import load_words
from tests.game.text.trainee import Lines

PAPERS = ("eio", "eaw", "jit", "transfer", "preservation", "mla", "extradition", "spontaneous", "informal")


@pytest.fixture
def sitting(danube):
    """A sitting on the day when the partner has a case of its own."""
    opened = begin(danube, 1, None)
    opened.decide(Decision("investigator", "wait", (), {"until": "day"}))
    return opened


def choice_of(sitting, procedure):
    """The choice that begins a paper, with the seat that may."""
    return next(
        choice for seat in sitting.play.seats for choice in sitting.play.choices(seat)
        if choice.decision.act == "start" and choice.decision.on[0] == procedure and choice.possible and choice.terms
    )  # fmt: skip


@pytest.fixture
def composer(sitting, tmp_path):
    """The composer of a paper; full = with every heading filled in."""

    def opened(procedure, full=False, size=(1366, 768)):
        app = App(size)
        app.scenarios, app.saves = tmp_path, tmp_path
        app.sit(sitting)
        choice = choice_of(sitting, procedure)
        app.seat, paper = choice.decision.seat, Paper(choice)
        app.reset(Desk(), paper)
        app.render()
        for _ in ("first", "what the first opened") if full else ():
            for field in paper.standing(app).fields:
                fill(paper, field)
            app.dirty = True
            app.render()
        return app

    return opened


def fill(paper, field):
    """Something under a heading; a channel stays the one that the paper begins with."""
    if field.kind == "channel":
        return
    able = tuple(option.value for option in field.options if not option.barred)
    if field.name in paper.writings:
        paper.writings[field.name].text = "Custody ends on 30 June."
    else:
        paper.terms[field.name] = True if field.kind == "yes_no" else able if field.many else able[0] if able else None


def letter(app):
    """The paragraphs of the letter."""
    found = [each for each in app.root.walk() if isinstance(each, Running)]
    return ["".join(f"{text} " for text, _, _ in each.pieces).strip() for each in found]


def bases(app):
    """The bases that the form offers."""
    return [each.value for field in app.screen.standing(app).fields if field.kind == "basis" for each in field.options]


@pytest.mark.parametrize("procedure", PAPERS)
def test_a_paper_filled_in_names_treaties_by_title_and_number_and_everything_in_words(composer, danube, procedure):
    app = composer(procedure, full=True)
    short = {id for id in danube.law.treaties if re.search(r"[-0-9]", id)} | {"PCCSEE", "UNTOC"}
    for paragraph in letter(app):
        named = [id for id in short if re.search(rf"(?<![\w.]){re.escape(id)}(?![\w])", paragraph)]
        assert not named, paragraph
        assert not re.search(r"\b[a-z]+_[a-z]+\b|\bF-[A-Z]", paragraph), paragraph
        assert "  " not in paragraph and "()" not in paragraph
    assert not app.screen.standing(app).lacking


def test_an_order_of_the_union_rests_on_its_own_instrument_alone(composer):
    assert bases(composer("eio")) == ["EU-EIO"]
    assert bases(composer("eaw")) == ["EU-EAW"]


def test_what_only_an_order_rests_on_is_no_basis_for_a_letter(composer):
    assert "EU-EIO" not in bases(composer("mla"))
    assert "EU-EAW" not in bases(composer("extradition"))
    assert "UNTOC" in bases(composer("mla"))


def test_an_order_citing_a_convention_only_is_weighed_as_resting_on_nothing(sitting):
    choice = choice_of(sitting, "eio")
    paper = form.decision_with(choice, form.first_terms(choice) | {"items": ("E2",), "basis": ("ETS30",)})
    points = {point.key: point.state for point in sitting.play.preview(paper).points}
    assert points["basis"] == "missing"


def test_between_members_an_order_goes_from_authority_to_authority_and_speaks_of_no_ministry(composer):
    for procedure in ("eio", "eaw"):
        app = composer(procedure, full=True)
        said = " ".join([*letter(app), *(field.label for field in app.screen.standing(app).fields)])
        said += " ".join(o.text for f in app.screen.standing(app).fields if f.kind == "channel" for o in f.options)
        assert "inistr" not in said and "iplomat" not in said


def test_the_chances_of_things_asked_for_are_told_only_where_things_are_asked_for(composer):
    nothing = load_words()("delay.nothing_lost")
    app = composer("eio")
    for shown in (app, composer("eaw")):
        assert nothing not in [getattr(each, "text", "") for each in shown.root.walk()]
    app.screen.terms["items"] = ("E3",)
    app.dirty = True
    assert app.render() and nothing in [getattr(each, "text", "") for each in app.root.walk()]


def test_a_message_to_somebody_one_knows_is_addressed_to_him_and_asks_for_things(composer):
    said = [getattr(each, "text", "") for each in composer("spontaneous", full=True).root.walk()]
    assert "To Ioana Marin, prosecutor, Giurgiu, Romania" in said
    assert "About. 1. Messages of the agent. 2. Wage lists of the nursery." in letter(composer("spontaneous", full=True))
    assert not [each for each in letter(composer("informal")) if "Ioana" in each]


@pytest.mark.parametrize("procedure", ["eio", "eaw"])
def test_every_basis_is_one_row_with_its_days(composer, procedure):
    rows = [each for each in composer(procedure).root.walk() if isinstance(each, BasisRow)]
    assert len(rows) == 1
    assert "BG" in rows[0].says and "RO" in rows[0].says


def numbered(sitting, procedure):
    """Which number on the page of what can be begun leads to a paper."""
    kinds = [c for c in sitting.play.choices("prosecutor") if c.decision.act == "start"]
    return next(n for n, c in enumerate(kinds, 1) if c.decision.on[0] == procedure)


def read(sitting, *typed):
    """What the text game prints when these lines are typed by the prosecutor."""
    sink = io.StringIO()
    game = TextGame(sitting, load_words(), source=Lines(*typed), sink=sink)
    game.seat = "prosecutor"
    game.run()
    return " ".join(sink.getvalue().split())


def test_the_text_game_asks_for_a_reason_only_where_it_is_urgent(sitting):
    calm = ["n", str(numbered(sitting, "eio")), "1", "1", "", "1", "", "", "", "", "", ""]
    assert "Reason for urgency" not in read(sitting, *calm, "3")
    urgent = [*calm[:-1], "1"]
    assert "Reason for urgency" in read(sitting, *urgent)


def test_a_warrant_is_sent_and_followed_in_text(sitting):
    said = read(sitting, "n", str(numbered(sitting, "eaw")), "1", "1", "1", "", "r", "1")
    assert "European arrest warrant, Romania: begun (Petru Sandu)" in said
    assert "search under way" in said

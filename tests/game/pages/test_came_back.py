"""A paper that came back: the reason is a true one, and the form in which it is supplemented says what it named."""

from engine import Decision, Playthrough
from game.pages import form
from game.pages.telling import Telling
from game.window.app import App
from game.window.screens.paper import Paper
from game.window.screenshot import played, telling
from game.words import load_words
from tests.conftest import case
from tests.engine.test_after_the_answer import begun, bring_to, flagship, told

WHOLE = {"basis": ("ETS30", "ETS182"), "channel": "direct", "language": "sr", "offence_stated": True, "link_stated": True,
         "copy_to_ministry": True, "specific": True}  # fmt: skip


def returned(**terms):
    """A letter to Serbia that was sent back, whatever it lacked."""
    play = flagship()
    item = next(i for i, each in play.scenario.items.items() if each.country == "RS")
    play.world.raise_status(item, "lead")
    matter = begun(play, "mla", "RS", (item,), **(WHOLE | terms))
    bring_to(matter, "returned")
    return play, matter


def headings(play, matter):
    """What the form of the supplement says that the return named, by heading."""
    on = (matter.request.id, "supplement")
    choice = next(c for c in play.choices("prosecutor") if c.decision.on == on)
    found = form.fields(choice, play.view("prosecutor"), Telling(play.scenario, load_words()), form.first_terms(choice))
    return {field.name: field.came_back for field in found if field.came_back}


def test_a_letter_in_which_nothing_was_missing_comes_back_with_a_question_of_theirs():
    play, matter = returned()
    assert dict(told(play, "returned")[0].told)["reasons"] == ("supplement",)
    said = Telling(play.scenario, load_words()).outcome(told(play, "returned")[0])
    assert "a question of theirs, nothing was missing" in said
    assert headings(play, matter) == {}


def test_a_question_of_theirs_costs_no_trust_a_gap_does():
    trust = {}
    for name, terms in (("question", {}), ("gap", {"link_stated": False})):
        play, _ = returned(**terms)
        trust[name] = play.world.relation["RS"]
    assert trust["gap"] == trust["question"] - 1


def test_the_form_of_the_supplement_marks_what_the_return_named():
    play, matter = returned(link_stated=False, offence_stated=False)
    assert set(headings(play, matter)) == {"link_stated", "offence_stated"}


def test_a_language_not_accepted_is_marked_at_the_language_and_a_void_basis_at_the_basis():
    assert set(headings(*returned(language="de"))) == {"language"}
    assert set(headings(*returned(basis=("CETS212",)))) == {"basis"}


def test_a_paper_that_is_begun_has_not_come_back():
    play = Playthrough(case("budva-2009"), 1)
    decision = Decision("prosecutor", "start", ("mla", "RS"), {})
    assert form.returned(decision, play.view("prosecutor"), Telling(play.scenario, load_words())) == ()


def test_the_window_names_why_the_paper_came_back_and_leads_to_the_heading(tmp_path):
    play, matter = returned(link_stated=False)
    app = App((1366, 768))
    app.scenarios, app.saves = tmp_path, tmp_path
    sitting = played(case("budva-2009"), "textbook", None, telling("desk", 1))
    sitting.play = play
    app.sit(sitting)
    app.seat = "prosecutor"
    on = (matter.request.id, "supplement")
    app.reset(Paper(next(c for c in play.choices("prosecutor") if c.decision.on == on)))
    app.render()
    row = next(each for each in app.root.walk() if each.key == "came back link_stated")
    row.press()
    assert app.screen.focus.startswith(("field link_stated", "link_stated"))

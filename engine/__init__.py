"""Rogatory's engine: a judge and a calendar. It is told a decision, says what follows, and can say why.

This is its public door: front ends, players and tests of front ends use nothing else.
"""

from engine.calendar import Calendar, Term
from engine.debrief import (
    Debrief,
    LeftOpen,
    OtherLuck,
    Range,
    Regret,
    alternatives,
    as_it_stood,
    compared,
    debrief,
    items_behind,
    same_decisions,
    span,
    what_if,
)
from engine.errors import ContentError, ReplayDiverged, SaveMismatch, Unreadable
from engine.law import Almost, Basis, Country, LawBook, LawPack, Source, UnknownSource
from engine.outcomes import Outcome
from engine.play.checklist import Point, checklist, preview
from engine.play.decisions import Choice, Decision, Refused, Unplayable
from engine.play.playthrough import Playthrough, Preview, replay
from engine.play.timing import expected, journey
from engine.play.views import BeatView, ChoiceView, ItemView, PersonView, ProofView, RequestView, SeatView
from engine.players import BOTS, WrittenLine, play_out, player
from engine.procedures import Term as FormTerm
from engine.reading.door import (
    check_law_pack,
    check_one_law_file,
    check_scenario,
    law_packs,
    load_lawbook,
    load_scenario,
    scenario_files,
    scenario_from_files,
)
from engine.reading.strict import read_yaml
from engine.scenario import Intention, Scenario
from engine.score import CRITERIA, Mark, mark

VERSION = "0.1.0"

__all__ = [
    "BOTS", "CRITERIA", "VERSION", "Almost", "Basis", "BeatView", "Calendar", "Choice", "ChoiceView", "ContentError", "Country",
    "Debrief", "Decision", "FormTerm", "Intention", "ItemView", "LawBook", "LawPack", "LeftOpen", "Mark", "OtherLuck", "Outcome",
    "PersonView", "Playthrough", "Point", "Preview", "ProofView", "Range", "Refused", "Regret", "ReplayDiverged", "RequestView",
    "SaveMismatch", "Scenario", "SeatView", "Source", "Term", "UnknownSource", "Unplayable", "Unreadable", "WrittenLine",
    "alternatives", "as_it_stood", "check_law_pack", "check_one_law_file", "check_scenario", "checklist", "compared", "debrief",
    "expected", "items_behind", "journey", "law_packs", "load_lawbook", "load_scenario", "mark", "play_out", "player", "preview",
    "read_yaml", "replay", "same_decisions", "scenario_files", "scenario_from_files", "span", "what_if",
]  # fmt: skip

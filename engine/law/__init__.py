"""What the law says on a given day. Knows nothing of a case."""

from engine.law.country import Acceptance, AdmissibilityRule, Country, Reservation
from engine.law.dated import Dated, NoRuleYet, Rule
from engine.law.lawbook import Almost, Bases, Basis, LawBook
from engine.law.pack import Drawing, LawPack
from engine.law.practice import Delay, Practice
from engine.law.source import CONFIDENCES, INVENTED, KNOWN, SOURCED, UNCERTAIN, Source, UnknownSource
from engine.law.treaty import Bilateral, EvidenceKind, Formality, Offence, Treaty, Use

__all__ = [
    "CONFIDENCES", "INVENTED", "KNOWN", "SOURCED", "UNCERTAIN", "Acceptance", "AdmissibilityRule", "Almost", "Bases", "Basis",
    "Bilateral", "Country", "Dated", "Delay", "Drawing", "EvidenceKind", "Formality", "LawBook", "LawPack", "NoRuleYet", "Offence",
    "Practice", "Reservation", "Rule", "Source", "Treaty", "UnknownSource", "Use",
]  # fmt: skip

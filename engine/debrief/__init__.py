"""The debrief: what a play came to and why, what else could have been, and what luck had to do with it."""

from engine.debrief.findings import Debrief, compared, debrief, items_behind
from engine.debrief.left_open import LeftOpen, left_open
from engine.debrief.luck import OtherLuck, Range, same_decisions, span
from engine.debrief.standing import Holdings, as_it_stood
from engine.debrief.what_ifs import Regret, alternatives, what_if

__all__ = [
    "Debrief", "Holdings", "LeftOpen", "OtherLuck", "Range", "Regret", "alternatives", "as_it_stood", "compared", "debrief",
    "items_behind", "left_open", "same_decisions", "span", "what_if",
]  # fmt: skip

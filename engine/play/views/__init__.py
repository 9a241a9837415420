"""What one seat may know: built from the World, frozen, the only thing a front end sees.

True whereabouts, unseen items, leaks, draws and other seats' messages never get in here.
"""

from engine.play.views.evidence import item_views, lost_items
from engine.play.views.seat import view
from engine.play.views.seen import (
    BeatView,
    ChoiceView,
    ContactView,
    DateView,
    ItemView,
    PersonView,
    ProofView,
    RequestView,
    SeatView,
)

__all__ = [
    "BeatView",
    "ChoiceView",
    "ContactView",
    "DateView",
    "ItemView",
    "PersonView",
    "ProofView",
    "RequestView",
    "SeatView",
    "item_views",
    "lost_items",
    "view",
]

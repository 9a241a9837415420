"""Evidence as it stands: who holds what, and how each copy came into the file."""

from copy import copy
from dataclasses import dataclass, replace
from typing import Any

HIDDEN, LEAD, KNOWN, HELD = "hidden", "lead", "known", "held"
"""How far the home side has got with an item: unaware, aware that it may exist, knows its content, holds a copy."""

RANK = {HIDDEN: 0, LEAD: 1, KNOWN: 2, HELD: 3}


@dataclass(frozen=True, slots=True)
class Provenance:
    """How one copy of an item came to the home file.

    Attributes:
        way: the procedure that brought it, `home` for a domestic measure, `story` for what the author decided.
        country: where it was gathered.
        basis: treaty or law it was asked under, None for police information.
        channel: how it travelled.
        formalities: codes fulfilled (F-ORDER ..).
        flaws: what went wrong where it was gathered (`pressed`, `hour`, `no-lawyer` ..).
        limits: purposes it may be used for; empty = no limit.
        police: does it come from police channels, for intelligence only?
        consent: has the sender agreed in writing to use as evidence?
        void: was the basis it was asked under not in force?
        request: id of the request that brought it.
        day: when the copy arrived.
        partial: does it prove only half (an incomplete statement)?
        filed: was police information nevertheless put before the court?
    """

    way: str
    country: str
    basis: str | None
    channel: str | None
    formalities: frozenset[str]
    flaws: frozenset[str]
    limits: tuple[str, ...]
    police: bool
    consent: bool
    void: bool
    request: str | None
    day: int
    partial: bool = False
    filed: bool = False

    def state(self) -> list[Any]:
        """Plain values, for the digest of the world."""
        return [self.way, self.country, self.basis, self.channel, sorted(self.formalities), sorted(self.flaws),
                self.limits, self.police, self.consent, self.void, self.request, self.day, self.partial, self.filed]  # fmt: skip


class Holding:
    """What the home side has of one item today.

    Attributes:
        status: hidden, lead, known or held. gone: the day it was lost where it lies, None = still there.
        kept_until: last day it is kept by a preservation, None = not preserved.
        until_decided: is it kept until a request in hand is decided?
        secured: has an authority that executes a request taken hold of it, so that it no longer perishes where it lay?
        flaws: flaws that any copy taken from now on will carry.
    """

    __slots__ = ("copies", "flaws", "gone", "kept_until", "secured", "since", "status", "until_decided")

    def __init__(self, status: str, today: int) -> None:
        self.status = status
        self.since = today
        self.gone: int | None = None
        self.kept_until: int | None = None
        self.until_decided = self.secured = False
        self.flaws: set[str] = set()
        self.copies: list[Provenance] = []

    def filed(self) -> "Holding":
        """The holding as it is once every police copy is put before the court; this one stays as it is."""
        other = copy(self)
        other.copies = [replace(each, filed=True) if each.police else each for each in self.copies]
        return other

    def state(self) -> list[Any]:
        """Plain values, for the digest of the world."""
        return [self.status, self.gone, self.kept_until, self.until_decided, self.secured, sorted(self.flaws),
                [copy.state() for copy in self.copies]]  # fmt: skip

"""What a lawyer may write in the law pack, as models."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from engine.reading.models import CountryId, Spread, Written

Confidence = Literal["sourced", "known", "uncertain", "invented"]
Number = Annotated[float, Field(strict=False)]
Spot = Annotated[list[Number], Field(min_length=2, max_length=2, description="[to the right, downwards]")]


class DrawingFile(Written):
    """A map of the pack's own."""

    unit_km: Number = Field(gt=0, description="kilometres of one unit")
    outlines: dict[str, list[Annotated[list[Spot], Field(min_length=3)]]]
    names: dict[str, str]
    labels: dict[str, Spot] = Field(default_factory=dict)
    seas: dict[str, Spot] = Field(default_factory=dict)


class PackFile(Written):
    """A pack of its own: what it takes from another one, and what it says of itself."""

    id: str
    title: str
    says: str = Field(description="the footnote under every name of its countries")
    invented: bool
    takes_from: str
    takes: list[str]
    leaves_out: dict[str, list[str]] = Field(default_factory=dict, description="keys of a file taken that it does not take")
    cites: dict[str, str] = Field(default_factory=dict, description="what the files taken cite, and what stands for it here")
    counts_as: dict[str, str] = Field(default_factory=dict, description="an organisation, and what the files taken call its like")
    words: dict[str, str] = Field(default_factory=dict, description="what screens call things in its cases")
    drawing: DrawingFile | None = None


class UseFile(Written):
    """What an instrument gives for one purpose."""

    articles: list[str]
    channels: list[str] = Field(default_factory=list)
    place: int = 50
    supporting: bool = False
    needs: str | None = None
    replaces: list[str] = Field(default_factory=list)


class TreatyConfidence(Written):
    """How sure we are of the dates and of the articles."""

    dates: Confidence
    articles: Confidence


class TreatyFile(Written):
    """An instrument: its content, never who is party."""

    id: str
    title: str
    short: str
    reference: str
    family: Literal["eu", "bilateral", "coe", "un", "police", "agency"]
    opened: date | None
    begins: date | None
    ends: date | None
    replaced_by: str | None = None
    confidence: TreatyConfidence
    source: str | None
    checked: date
    uses: dict[str, UseFile]
    numbers: dict[str, int] = Field(default_factory=dict)
    uncertain_articles: list[str] = Field(default_factory=list)
    articles: dict[str, str] = Field(default_factory=dict)


class BilateralConfidence(Written):
    """How sure we are of the days of signature and application."""

    signed: Confidence
    applies_from: Confidence


class BilateralFile(Written):
    """A treaty between two countries."""

    id: str
    between: list[CountryId] = Field(min_length=2, max_length=2)
    title: str
    subject: str
    signed: date | None
    applies_from: date | None
    not_before: date | None = Field(default=None, description="surely not in force before this day")
    confidence: BilateralConfidence
    nationals: list[str] = Field(default_factory=list)
    nationals_text: str = ""
    source: str | None
    note: str | None = None
    checked: date
    uses: dict[str, UseFile] = Field(default_factory=dict)


class AcceptanceFile(Written):
    """When a country became bound by a treaty."""

    in_force: date
    until: date | None = None
    confidence: Confidence
    source: str | None
    note: str | None = None


class ReservationFile(Written):
    """A declaration or reservation."""

    treaty: str
    article: str | None
    effect: str
    purposes: list[str] | None = Field(default=None, alias="for")
    start: date | None = Field(alias="from")
    until: date | None
    confidence: Confidence
    source: str | None
    note: str | None = None


class RuleFileLaw(Written):
    """What a rule says from a day on."""

    start: date | None = Field(alias="from")
    value: Any = None
    says: str
    confidence: Confidence
    source: str | None
    note: str | None = None
    checked: date
    ended: bool = False


class NationalLawFile(Written):
    """National law or reciprocity as an answer to a purpose."""

    start: date | None = Field(alias="from")
    says: str
    channels: list[str] = Field(default_factory=list)
    confidence: Confidence
    source: str | None
    checked: date


class AdmissibilityFile(Written):
    """One rule of evidence; `extends` takes in a shared list."""

    extends: str | None = None
    id: str | None = None
    asks: dict[str, Any] = Field(default_factory=dict, alias="if")
    ruling: Literal["admitted", "weighed", "excluded", "intelligence"] | None = None
    source: str | None = None


class CountryFile(Written):
    """A country or territory: everything about it, including which treaties it accepted and when."""

    id: CountryId
    name: str
    footnote: str | None = None
    group: str
    languages: list[str]
    seat: str
    place: list[float] | None = None
    members: dict[str, date | None] = Field(default_factory=dict)
    accepts: dict[str, AcceptanceFile] = Field(default_factory=dict)
    signed: dict[str, date | None] = Field(default_factory=dict)
    not_party: dict[str, str] = Field(default_factory=dict)
    reservations: list[ReservationFile] = Field(default_factory=list)
    rules: dict[str, dict[str, list[RuleFileLaw]]]
    national_law: dict[str, NationalLawFile] = Field(default_factory=dict)
    admissibility: list[AdmissibilityFile]


class FormalityFile(Written):
    """Something a home court may want to see."""

    title: str
    says: str
    confidence: Confidence


class OffenceFile(Written):
    """An offence with its elements."""

    title: str
    each: list[str]
    once: list[str]
    source: str


class KindFile(Written):
    """A kind of evidence."""

    title: str
    delay: str
    stored_data: bool
    given: bool = False


class LessonFile(Written):
    """A lesson of practice."""

    says: str
    confidence: Confidence
    source: str | None


class DelayRowFile(Written):
    """One row of the table of delays."""

    stage: str
    kind: str | None = None
    group: str | None = None
    routes: list[str] = Field(default_factory=list)
    days: Spread
    unit: Literal["working_days", "calendar_days"] = "working_days"


class GroupFile(Written):
    """How a pair of countries falls into a group of practice."""

    id: str
    with_: str | None = Field(default=None, alias="with")
    partners: list[str] = Field(default_factory=list)
    both_in: str | None = None
    one_in: str | None = None


class VacationFile(Written):
    """The courts' vacation: month and day."""

    start: str = Field(alias="from")
    to: str
    stages: list[str]


class FigureFile(Written):
    """A figure found in a source."""

    says: str
    source: str
    confidence: Confidence


class PracticeFile(Written):
    """The table of delays and odds."""

    training_parameter: Literal[True]
    order: list[str]
    vacation: VacationFile
    factors: dict[str, int]
    odds: dict[str, dict[str, int]]
    groups: list[GroupFile]
    rows: dict[str, list[DelayRowFile]]
    figures: list[FigureFile] = Field(default_factory=list)


class CalendarFile(Written):
    """The frozen holidays of a country: month and day, by year."""

    country: CountryId
    library: str
    digest: str
    first: date
    last: date
    closed: dict[str, str]
    opened: dict[str, str] = Field(default_factory=dict)
    estimated: dict[str, str] = Field(default_factory=dict)

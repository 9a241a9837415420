"""What an author may write, as models: the keys, their kinds, their defaults. The source of the JSON Schema too.

Only the border is here: `engine.reading.scenario` turns what is read into the engine's own types.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[
    str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]*([-_][A-Za-z0-9]+)*$", description="small letters, digits, hyphens")
]
CountryId = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="two capital letters, e.g. ME")]
Expression = Annotated[str | bool, Field(description="a condition, e.g. known(E3) and day >= 12")]
Duration = Annotated[str | int, Field(description='"40 days", "2 weeks"; a whole number is days')]
Spread = Annotated[list[int], Field(min_length=3, max_length=3, description="[min, typical, max]")]
Points = Annotated[int, Field(ge=-100, le=100)]
Seat = Literal["investigator", "prosecutor", "judge", "coordinator"]
Criterion = Literal["lawfulness", "admissibility", "timeliness", "victims", "outcome", "cooperation"]
Instrument = Literal["informal", "mla", "extradition", "jit", "domestic"]


class Written(BaseModel):
    """Anything an author writes: unknown keys are errors, and nothing is changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class DriftFile(Written):
    """A clock: where it starts, how it moves by itself."""

    start: Points
    a_day: Points = 0
    condition: Expression | None = Field(default=None, alias="while")


class AlertFile(Written):
    """The alertness of the network, 0-100."""

    start: Points = 10
    quiet_week: Points = -2


class PersonFile(Written):
    """Somebody in the case."""

    role: Literal["suspect", "victim"]
    name: str
    title: str = ""
    nationality: list[CountryId] = Field(min_length=1)
    at: CountryId | None = Field(default=None, description="where the person truly is")
    believed: CountryId | None = Field(default=None, description="where the file says; without it: where the person is")
    hidden: bool = False
    danger: DriftFile | None = None
    trust: Points = 50
    wants: str = ""
    refuses: str = ""
    needs: str = ""
    child: bool = False


class ItemFile(Written):
    """An item of evidence."""

    title: str
    country: CountryId = Field(alias="in")
    kind: str
    coercive: bool = False
    perishes: date | None = None
    perishes_when: Expression | None = None
    proves: dict[str, dict[str, list[str] | None] | list[str]] = Field(default_factory=dict)
    strength: Annotated[int, Field(ge=1, le=3)] = 2
    formalities: list[str] = Field(default_factory=list)
    origin: str | None = None
    starts: Literal["hidden", "lead", "known", "held"] = "hidden"
    tells: str = ""
    made_from: list[str] = Field(default_factory=list)


class ContactFile(Written):
    """Somebody abroad who can be asked without a letter."""

    name: str
    post: str = ""
    country: CountryId = Field(alias="in")
    channel: str
    answers: Spread | None = Field(default=None, description="[min, typical, max] calendar days")
    open: bool = False
    help: Annotated[int, Field(ge=1, le=5)] = 4
    leaks: Annotated[int, Field(ge=0, le=100)] = 1
    gives: list[str] | None = None


class CountFile(Written):
    """An offence charged."""

    title: str
    offence: str
    elements: list[str] | None = Field(default=None, description="without it: those of the offence in the law pack")
    against: list[str]
    follows: list[str] = Field(default_factory=list, description="proved only if one of these counts is")


class EffectFile(BaseModel):
    """One consequence: a mapping with exactly one verb, checked against the closed list when it is read."""

    model_config = ConfigDict(extra="allow", frozen=True)


class ChoiceFile(Written):
    """One thing a seat can do about a beat."""

    id: Id
    text: str
    seat: Seat | None = None
    when: Expression | None = None
    possible: Expression | None = None
    why_not: str = ""
    does: list[dict[str, Any]] = Field(default_factory=list)
    teaches: str = ""
    after: str = ""
    takes: Annotated[int, Field(ge=0, le=60)] = 0
    instrument: Instrument = "domestic"
    source: str | None = None


class DefaultFile(Written):
    """The choice that falls when nobody decides within so long."""

    choice: Id
    after: Duration


class BeatFile(Written):
    """When this is so, tell that and offer these."""

    id: Id
    title: str = ""
    text: str = ""
    when: Expression = "day >= 0"
    until: Expression | None = None
    to: list[Seat] = Field(default_factory=list)
    choices: list[ChoiceFile] = Field(default_factory=list)
    does: list[dict[str, Any]] = Field(default_factory=list)
    default: DefaultFile | None = None
    silent: bool = False
    picture: str = Field(default="", description="a place, e.g. harbour night")
    known: list[str] = Field(default_factory=list, description="what whoever decides knows, in short sentences")
    open: list[str] = Field(default_factory=list, description="what whoever decides does not know")


class EndingFile(Written):
    """How a play can end; the first whose condition holds."""

    id: Id
    title: str
    text: str
    when: Expression
    at_once: bool = False


class RuleFile(Written):
    """Points of a criterion."""

    id: Id
    criterion: Criterion
    points: Points
    when: Expression
    because: str
    source: str
    at_end: bool = False
    instead_of: Id | None = Field(default=None, description="the rule of which this is the lesser variant")


class MessageFile(Written):
    """What the debrief says to whom it concerns."""

    id: Id
    when: Expression
    text: str


class DoFile(Written):
    """A desk act in a line of play."""

    act: Literal["start", "step", "file"]
    on: list[str]
    terms: dict[str, Any] = Field(default_factory=dict)


class IntentionFile(Written):
    """One step of a line of play: taken once, as soon as it is possible, its day has come and `when` holds."""

    choose: str | None = None
    start: str | None = Field(default=None, description="procedure, e.g. mla")
    with_: CountryId | None = Field(default=None, alias="with")
    about: list[str] = Field(default_factory=list)
    step: str | None = Field(default=None, description="act on a paper already begun, e.g. supplement")
    of: str | None = Field(default=None, description="the paper, e.g. mla-ME-1")
    file: str | None = None
    terms: dict[str, Any] = Field(default_factory=dict)
    seat: Seat | None = None
    when: Expression | None = None
    day: Annotated[int, Field(ge=0)] | None = None


class ExpectFile(Written):
    """What a line of play must lead to."""

    ending: str | None = None
    endings: list[str] = Field(default_factory=list)
    score: str | None = Field(default=None, pattern=r"^(>=|<=) ?\d+$")
    runs: Annotated[int, Field(ge=1, le=5000)] = 1


class PlayFile(Written):
    """A line of play written by the trainer: a test."""

    title: str = ""
    bot: str | None = None
    seed: int = 1
    steps: list[IntentionFile] = Field(default_factory=list)
    expect: ExpectFile = ExpectFile()


class OverrideFile(Written):
    """A duration this scenario fixes."""

    procedure: str
    with_: CountryId | None = Field(default=None, alias="with")
    channel: str | None = None
    stage: str
    about: list[str] = Field(default_factory=list)
    days: Spread
    unit: Literal["working_days", "calendar_days"] = "working_days"


class ProofFile(Written):
    """When an element is proved."""

    strength: Annotated[int, Field(ge=1, le=9)] = 3
    sources: Annotated[int, Field(ge=1, le=9)] = 2


class ScenarioFile(Written):
    """A case as the trainer writes it."""

    id: Id
    title: str
    language: str = "en"
    version: str = "1.0"
    home: CountryId
    countries: list[CountryId] = Field(default_factory=list)
    law: Id = Field(default="law", description="the law pack: a folder beside the case, e.g. invented")
    start: date
    deadline: date
    minutes: Annotated[int, Field(ge=1, le=600)] = 30
    level: Annotated[int, Field(ge=1, le=5)] = 2
    seats: list[Seat] = Field(min_length=1)
    instruments: list[str] = Field(default_factory=list)
    briefing: str
    aims: list[str] = Field(default_factory=list)
    notes: str = ""
    include: list[str] = Field(default_factory=list, description="files whose keys are added, e.g. score/common.yaml")
    weights: dict[Criterion, int]
    alert: AlertFile = AlertFile()
    proof: ProofFile = ProofFile()
    people: dict[Id, PersonFile] = Field(default_factory=dict)
    evidence: dict[Id, ItemFile] = Field(default_factory=dict)
    contacts: dict[Id, ContactFile] = Field(default_factory=dict)
    counts: dict[Id, CountFile] = Field(default_factory=dict)
    durations: list[OverrideFile] = Field(default_factory=list)
    begins: list[dict[str, Any]] = Field(default_factory=list)
    beats: list[BeatFile] = Field(default_factory=list)
    closes: Expression = "indicted"
    endings: list[EndingFile] = Field(min_length=1)
    score: list[RuleFile] = Field(default_factory=list)
    messages: list[MessageFile] = Field(default_factory=list)
    plays: dict[Id, PlayFile] = Field(default_factory=dict)
    allow: dict[str, str] = Field(default_factory=dict, description="a warning that is meant, with the reason")


class TermFile(Written):
    """One thing to fill in on a paper."""

    kind: Literal["basis", "channel", "language", "formalities", "yes_no", "one_of", "reason", "items", "persons",
                  "counts", "further_counts", "countries", "limits"]  # fmt: skip
    options: list[str] = Field(default_factory=list)
    default: bool | str | list[str] | None = None
    required: bool = False
    purpose: str | None = None
    source: str | None = None


class StageFile(Written):
    """Where a paper can be."""

    held_by: str
    takes: str | None = None
    at_desk: bool = False
    does: list[str] = Field(default_factory=list)
    ends: bool = False
    good: bool = False


class StepFile(Written):
    """A way from one stage to the next."""

    act: str
    origin: str | list[str] = Field(alias="from")
    to: str
    by: list[Seat] = Field(default_factory=list)
    possible: list[str] = Field(default_factory=list)
    conditions: list[str] = Field(default_factory=list, alias="if")
    unless: list[str] = Field(default_factory=list)
    terms: dict[str, TermFile] = Field(default_factory=dict)


class ProcedureFile(Written):
    """An instrument as a table."""

    id: Id
    instrument: Instrument
    purpose: (
        Literal["mla", "extradition", "jit", "preservation", "police", "spontaneous", "transfer", "victim"] | None
    ) = None
    target: Literal["country", "contact", "suspect", "victim", "item", "case"]
    about: Literal["evidence", "suspect", "victim", "nothing"]
    begins: str
    started_by: list[Seat]
    possible: list[str] = Field(default_factory=list)
    terms: dict[str, TermFile] = Field(default_factory=dict)
    stages: dict[str, StageFile]
    steps: list[StepFile]

"""Sources: who says so, how sure we are, and when somebody last looked."""

from dataclasses import dataclass

SOURCED, KNOWN, INVENTED, UNCERTAIN = "sourced", "known", "invented", "uncertain"
CONFIDENCES = (SOURCED, KNOWN, INVENTED, UNCERTAIN)
"""sourced: seen in a source. known: professional knowledge, not re-checked. invented: of a pack of invented countries, true
there and nowhere else. uncertain: never decides."""


class UnknownSource(LookupError):
    """A reference that the pack does not have; `fix` is a near match."""

    def __init__(self, reference: str, problem: str, fix: str | None = None) -> None:
        self.reference, self.fix = reference, fix
        super().__init__(f"{reference!r}: {problem}")


@dataclass(frozen=True, slots=True)
class Source:
    """What a rule, a date or a lesson rests on.

    Attributes:
        reference: as scenarios cite it: `ETS182 art. 8`, `AL evidence.exclusionary_rule`, `practice preserve-first`.
        title: of the instrument, the country's rule or the lesson. says: its text in one sentence.
        confidence: sourced, known, invented or uncertain. link: where it was read, None = not recorded. checked: ISO day.
    """

    reference: str
    title: str
    says: str
    confidence: str
    link: str | None
    checked: str


def weakest(confidences: tuple[str, ...]) -> str:
    """The least sure of several."""
    return max(confidences, key=CONFIDENCES.index) if confidences else UNCERTAIN

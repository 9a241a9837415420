"""A law pack: what it is called, whether it is invented, and, if it is, how its countries are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map of its own: outlines by country in units of the drawing, x to the right and y downwards.

    Attributes:
        unit: kilometres of one unit. outlines: rings of points. names, labels: what the countries are called, and where on
            the map. seas: name -> where it stands.
    """

    unit: float
    outlines: Mapping[str, tuple[tuple[Place, ...], ...]]
    names: Mapping[str, str]
    labels: Mapping[str, Place]
    seas: Mapping[str, Place]


@dataclass(frozen=True, slots=True, eq=False)
class LawPack:
    """A folder of law. The real one says nothing of itself; an invented one says so wherever its law is shown.

    `words` = what screens call things in its cases, by the key of the word.
    """

    id: str
    title: str = ""
    says: str = ""
    invented: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    drawing: Drawing | None = None


REAL = LawPack("law")

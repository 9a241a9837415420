"""The closed list of questions that a rule of admissibility may ask of a copy of an item."""

ASKABLE = frozenset({
    "police_information", "no_consent", "filed", "coercive", "lacks", "flaw", "derived", "outside_purpose",
    "basis_void", "unlawful_where_gathered", "kind", "way", "abroad",
})  # fmt: skip

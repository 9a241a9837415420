"""From the author's text to a syntax tree: ids with hyphens and dots, `=` for equals and dates are taken care of here.

Words in argument position and after a comparison are ids; the text is cut into tokens first, ids become strings, and
only then Python's parser (not its evaluator) sees it.
"""

import ast
import re
from dataclasses import dataclass

from engine.expressions.words import BadExpression

MOST_CHARACTERS = 400
MOST_NODES = 150
MOST_DEPTH = 20
LARGEST = 10**9
WORDS = frozenset({"and", "or", "not", "in", "true", "false"})

TOKEN = re.compile(
    r"""\s*(?:(?P<date>\d{4}-\d{2}-\d{2}(?![\w-]))|(?P<number>\d+(?![\w]))
    |(?P<id>[A-Za-z][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)*)
    |(?P<text>'[^'\\\n]*'|"[^"\\\n]*")|(?P<op><=|>=|==|!=|[<>=()\[\],+\-]))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: kind, text, and where it begins (from 1)."""

    kind: str
    text: str
    column: int


def tokens(source: str) -> list[Token]:
    """The pieces of a condition; raises `BadExpression` at a character that has no place in it."""
    if len(source) > MOST_CHARACTERS:
        raise BadExpression(
            f"the condition is longer than {MOST_CHARACTERS} characters", 1, "cut it in two with a flag"
        )
    found, place = [], 0
    source = source.rstrip()
    while place < len(source):
        match = TOKEN.match(source, place)
        if match is None:
            start = place + len(source[place:]) - len(source[place:].lstrip())
            raise BadExpression(
                f"the character {source[start]!r} has no place in a condition", start + 1, hint(source[start])
            )
        kind = str(match.lastgroup)
        found.append(Token(kind, match.group(kind), match.start(kind) + 1))
        place = match.end()
    return found


def hint(character: str) -> str | None:
    """How to write what was probably meant."""
    return {"!": "write not known(E1)", "&": "write and", "|": "write or", "“": "use straight quotes",
            "”": "use straight quotes", "#": "no comments inside a condition"}.get(character)  # fmt: skip


def prepared(source: str) -> tuple[str, list[Token]]:
    """The text as the parser may see it, padded so that columns stay nearly the author's, with its tokens."""
    found = tokens(source)
    if not found:
        raise BadExpression("the condition is empty", 1, "write for instance day >= 3")
    depth, out, last = 0, [], ""
    for number, token in enumerate(found):
        text = token.text
        following = found[number + 1].text if number + 1 < len(found) else ""
        if token.kind == "op":
            depth += (text in "([") - (text in ")]")
            text = "==" if text == "=" else text
        elif token.kind == "date" or (
            token.kind == "id" and text not in WORDS and is_an_id(last, following, found, number)
        ):
            text = f"'{text}'"
        elif token.kind == "id" and text in ("true", "false"):
            text = text.capitalize()
        out.append(text)
        last = token.text
    return " ".join(out), found


def is_an_id(last: str, following: str, found: list[Token], number: int) -> bool:
    """Is this word an id (an argument, or the far side of a comparison) rather than a question?"""
    if following == "(":
        return False
    if last in ("==", "!=", "=") and not following.startswith("("):
        return True
    return inside_call(found, number) or inside_list(found, number)


def inside_call(found: list[Token], number: int) -> bool:
    """Does the word stand between the parentheses of a question?"""
    depth = 0
    for place in range(number - 1, -1, -1):
        text = found[place].text
        if text == ")":
            depth += 1
        elif text == "(":
            if depth == 0:
                before = found[place - 1] if place else None
                return before is not None and before.kind == "id" and before.text not in WORDS
            depth -= 1
    return False


def inside_list(found: list[Token], number: int) -> bool:
    """Does the word stand between square brackets?"""
    opened = sum(1 for token in found[:number] if token.text == "[")
    closed = sum(1 for token in found[:number] if token.text == "]")
    return opened > closed


def parse(source: str) -> tuple[ast.expr, "Columns"]:
    """The syntax tree of a condition, and the way back from its columns to the author's."""
    text, found = prepared(source)
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        column = Columns(text, found).author(max(0, (getattr(error, "offset", 1) or 1) - 1))
        raise BadExpression(
            "the condition cannot be read from here on", column, "write for instance known(E3) and day >= 12"
        ) from None
    columns = Columns(text, found)
    measure(tree, columns)
    return tree, columns


def measure(tree: ast.expr, columns: "Columns") -> None:
    """Refuse what is too big or too deep, before anything walks it recursively."""
    stack: list[tuple[ast.AST, int]] = [(tree, 1)]
    count = 0
    while stack:
        node, depth = stack.pop()
        count += 1
        if count > MOST_NODES or depth > MOST_DEPTH:
            raise BadExpression("the condition is too long or too deep", 1, "cut it in two with a flag")
        stack.extend((child, depth + 1) for child in ast.iter_child_nodes(node))


class Columns:
    """From a column of the prepared text to the column the author sees."""

    def __init__(self, text: str, found: list[Token]) -> None:
        self.starts: list[tuple[int, int]] = []
        place = 0
        for piece, token in zip(text.split(" "), found, strict=False):
            self.starts.append((place, token.column))
            place += len(piece) + 1

    def author(self, offset: int) -> int:
        """The author's column (from 1) of an offset (from 0)."""
        best = 1
        for start, column in self.starts:
            if start <= offset:
                best = column
        return best

"""From a checked syntax tree to closures: every name, argument and comparison is checked before anything is asked."""

import ast
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from itertools import chain
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from engine.expressions.reading import LARGEST, Columns, parse
from engine.expressions.words import BadExpression, Domains, Question, Vocabulary

Asked = Callable[[Any], Any]
Turn = Callable[[Any], int]
COMPARE: dict[type, Callable[[Any, Any], bool]] = {
    ast.Eq: eq, ast.NotEq: ne, ast.Lt: lt, ast.LtE: le, ast.Gt: gt, ast.GtE: ge,
    ast.In: lambda a, b: a in b, ast.NotIn: lambda a, b: a not in b,
}  # fmt: skip
ORDERED = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, checked and ready to be asked.

    Attributes:
        source: as the author wrote it. holds: world -> bool.
        reads: the topics it can depend on, as in `Question.topics`. asks: (question, arguments), in written order.
        days: each, asked on the first morning, a day on which it can come out otherwise though nothing happens.
        turns: the next such day as things stand, for those that cannot be told beforehand; None = there are none.
    """

    source: str
    holds: Callable[[Any], bool] = field(compare=False)
    reads: frozenset[str] = field(compare=False)
    asks: tuple[tuple[str, tuple[str, ...]], ...] = field(compare=False)
    days: tuple[Turn, ...] = field(compare=False, default=())
    turns: Turn | None = field(compare=False, default=None)


@dataclass(frozen=True, slots=True)
class Typed:
    """A part of a condition: what it gives, how it is asked, and its value if it is written out.

    `days` and `turns` say when it can change by itself: see `Condition`; `counts_days` = it is the number of a day.
    """

    gives: str
    ask: Asked
    value: Any = None
    column: int = 1
    days: tuple[Turn, ...] = ()
    turns: tuple[Turn, ...] = ()
    counts_days: bool = False


def compile_condition(source: str, vocabulary: Vocabulary, domains: Domains) -> Condition:
    """The condition an author wrote; raises `BadExpression` with the column and a near match."""
    if not source.isascii():
        bad = next(number for number, character in enumerate(source) if not character.isascii())
        raise BadExpression(
            f"the character {source[bad]!r} has no place in a condition",
            bad + 1,
            "use plain letters and straight quotes",
        )
    tree, columns = parse(source)
    compiler = Compiler(vocabulary, domains, columns)
    whole = compiler.part(tree)
    compiler.must_be(whole, "bool", "a condition must be true or false")
    return Condition(source, whole.ask, frozenset(compiler.reads), tuple(compiler.asks), whole.days,
                     first(whole.turns))  # fmt: skip


class Compiler:
    """Checks one tree and turns it into closures."""

    def __init__(self, vocabulary: Vocabulary, domains: Domains, columns: Columns) -> None:
        self.vocabulary, self.domains, self.columns = vocabulary, domains, columns
        self.reads: set[str] = set()
        self.asks: list[tuple[str, tuple[str, ...]]] = []

    def bad(self, node: ast.AST, problem: str, fix: str | None = None) -> BadExpression:
        """A mistake at a node."""
        return BadExpression(problem, self.columns.author(getattr(node, "col_offset", 0)), fix)

    def must_be(self, part: Typed, kind: str, problem: str) -> None:
        """Is the part of this kind?"""
        if part.gives != kind:
            raise BadExpression(
                f"{problem}; this is {NAMES.get(part.gives.partition(':')[0], part.gives)}", part.column
            )

    def part(self, node: ast.expr) -> Typed:
        """Any part of a condition."""
        reader = getattr(self, f"read_{type(node).__name__}", None)
        if reader is None:
            raise self.bad(node, f"this has no place in a condition ({type(node).__name__})")
        found: Typed = reader(node)
        return found

    def typed(self, node: ast.AST, gives: str, ask: Asked, value: Any = None, of: Sequence[Typed] = ()) -> Typed:
        """A part made of others, with the author's column."""
        days, turns = chain(*(part.days for part in of)), chain(*(part.turns for part in of))
        return Typed(gives, ask, value, self.columns.author(getattr(node, "col_offset", 0)), tuple(days), tuple(turns))

    def read_BoolOp(self, node: ast.BoolOp) -> Typed:
        """and, or."""
        parts = [self.part(value) for value in node.values]
        for part in parts:
            self.must_be(part, "bool", "'and' and 'or' join conditions")
        asked = tuple(part.ask for part in parts)
        if isinstance(node.op, ast.And):
            return self.typed(node, "bool", both(*asked) if len(asked) == 2 else every(asked), of=parts)
        return self.typed(node, "bool", either(*asked) if len(asked) == 2 else some(asked), of=parts)

    def read_UnaryOp(self, node: ast.UnaryOp) -> Typed:
        """not, and a minus sign before a number."""
        part = self.part(node.operand)
        ask = part.ask
        if isinstance(node.op, ast.Not):
            self.must_be(part, "bool", "'not' turns a condition round")
            return self.typed(node, "bool", lambda world: not ask(world), of=(part,))
        if isinstance(node.op, ast.USub) and part.gives == "int":
            return self.typed(node, "int", lambda world: -ask(world), None if part.value is None else -part.value,
                              (part,))  # fmt: skip
        raise self.bad(node, "only 'not' and a minus sign before a number may stand here")

    def read_BinOp(self, node: ast.BinOp) -> Typed:
        """plus and minus on whole numbers."""
        left, right = self.part(node.left), self.part(node.right)
        for part in (left, right):
            self.must_be(part, "int", "only whole numbers are added and subtracted")
        a, b = left.ask, right.ask
        if isinstance(node.op, ast.Add):
            return self.typed(node, "int", lambda world: a(world) + b(world), of=(left, right))
        if isinstance(node.op, ast.Sub):
            return self.typed(node, "int", lambda world: a(world) - b(world), of=(left, right))
        raise self.bad(node, "only + and - are understood")

    def read_Constant(self, node: ast.Constant) -> Typed:
        """A number, a word, true or false."""
        value = node.value
        if isinstance(value, bool):
            return self.typed(node, "bool", lambda world: value, value)
        if isinstance(value, int):
            if abs(value) > LARGEST:
                raise self.bad(node, f"the number is larger than {LARGEST:,}")
            return self.typed(node, "int", lambda world: value, value)
        if isinstance(value, str):
            return self.typed(node, "word", lambda world: value, value)
        raise self.bad(node, f"{value!r} has no place in a condition")

    def read_List(self, node: ast.List) -> Typed:
        """A list of words, after 'in'."""
        parts = [self.part(element) for element in node.elts]
        if not parts or any(part.gives != "word" for part in parts):
            raise self.bad(node, "a list holds words, such as [execution, received]")
        values = tuple(part.value for part in parts)
        return self.typed(node, "words", lambda world: values, values)

    def read_Name(self, node: ast.Name) -> Typed:
        """A question without arguments."""
        question = self.question(node, node.id)
        if question.least:
            raise self.bad(node, f"{node.id!r} has to be asked about something", f"write {example(question)}")
        return self.asked(node, question, ())

    def read_Call(self, node: ast.Call) -> Typed:
        """A question with arguments."""
        if not isinstance(node.func, ast.Name):
            raise self.bad(node, "a question is a word, such as known(E3)")
        if node.keywords:
            raise self.bad(node, "write only ids between the parentheses")
        question = self.question(node, node.func.id)
        if len(node.args) < question.least or (len(node.args) > len(question.takes) and not question.more):
            raise self.bad(
                node,
                f"{question.name!r} is asked with {counted(question)}, not {len(node.args)}",
                f"write {example(question)}",
            )
        return self.asked(node, question, tuple(self.argument(arg, question, n) for n, arg in enumerate(node.args)))

    def question(self, node: ast.AST, name: str) -> Question:
        """The question of this name."""
        found = self.vocabulary.get(name)
        if found is None:
            close = near(name, self.vocabulary.questions)
            raise self.bad(node, f"there is no question {name!r}", f"did you mean {close!r}?" if close else None)
        return found

    def argument(self, node: ast.expr, question: Question, number: int) -> Any:
        """An argument: an id that exists in its domain, or a number."""
        domain = question.takes[min(number, len(question.takes) - 1)]
        part = self.part(node)
        if domain == "number":
            if part.gives != "int" or part.value is None:
                raise self.bad(node, f"{question.name!r} needs a whole number here")
            return part.value
        value = str(part.value) if part.gives in ("word", "int") and part.value is not None else None
        if value is None:
            raise self.bad(node, f"{question.name!r} needs the id of {article(domain)} here")
        self.check_id(node, value, domain)
        return value

    def check_id(self, node: ast.AST, value: str, domain: str) -> None:
        """Does this id exist?"""
        known = self.domains.get(domain)
        if known is not None and value not in known:
            close = near(value, known)
            fix = f"did you mean {close!r}?" if close else f"known: {', '.join(sorted(known)[:12]) or 'none'}"
            raise self.bad(node, f"there is no {domain} {value!r}", fix)

    def asked(self, node: ast.AST, question: Question, args: tuple[Any, ...]) -> Typed:
        """A question ready to be asked."""
        self.reads.update(question.topics(args))
        self.asks.append((question.name, tuple(str(arg) for arg in args)))
        column = self.columns.author(getattr(node, "col_offset", 0))
        return Typed(question.gives, answered(question, args), None, column, (), turns_of(question, args),
                     question.counts_days)  # fmt: skip

    def read_Compare(self, node: ast.Compare) -> Typed:
        """One or several comparisons in a row."""
        parts = [self.part(node.left), *(self.part(right) for right in node.comparators)]
        pairs = []
        for number, operator in enumerate(node.ops):
            left, right = self.alike(node, parts[number], parts[number + 1], operator)
            pairs.append(comparison(type(operator), left, right))
        asked = tuple(pair.ask for pair in pairs)
        return self.typed(node, "bool", asked[0] if len(asked) == 1 else every(asked), of=pairs)

    def alike(self, node: ast.Compare, left: Typed, right: Typed, operator: ast.cmpop) -> tuple[Typed, Typed]:
        """Two sides that can be compared in this way; written ids and dates take the kind of the other side."""
        if type(operator) not in COMPARE:
            raise self.bad(node, "only == != < <= > >= in and not in compare")
        left, right = self.take_kind(node, left, right), self.take_kind(node, right, left)
        kinds = (left.gives.partition(":")[0], right.gives.partition(":")[0])
        if isinstance(operator, ast.In | ast.NotIn):
            if kinds != ("id", "words"):
                raise self.bad(
                    node,
                    "'in' asks whether an answer is one of a list of words",
                    "write stage(mla, ME) in [execution, received]",
                )
            for value in right.value:
                self.check_id(node, value, left.gives.partition(":")[2])
            return left, right
        if left.gives != right.gives or kinds[0] in ("words", "word"):
            raise self.bad(
                node, f"{NAMES.get(kinds[0], kinds[0])} cannot be compared with {NAMES.get(kinds[1], kinds[1])}"
            )
        if isinstance(operator, ORDERED) and kinds[0] not in ("int", "date"):
            raise self.bad(node, "only numbers and dates have an order")
        return left, right

    def take_kind(self, node: ast.AST, part: Typed, other: Typed) -> Typed:
        """A written word as an id or a date, if the other side is one."""
        if part.gives != "word":
            return part
        value = part.value
        if other.gives == "date":
            try:
                ordinal = date.fromisoformat(value).toordinal()
            except ValueError:
                raise BadExpression(f"there is no day {value!r}", part.column, "write dates as 2024-03-25") from None
            return Typed("date", lambda world: ordinal, ordinal, part.column)
        if other.gives.startswith("id:"):
            self.check_id(node, value, other.gives.partition(":")[2])
            return Typed(other.gives, part.ask, value, part.column)
        return part


NAMES = {"bool": "a condition", "int": "a number", "word": "a word", "words": "a list", "id": "an id", "date": "a date"}


def both(first: Asked, second: Asked) -> Asked:
    """First and second."""
    return lambda world: first(world) and second(world)


def either(first: Asked, second: Asked) -> Asked:
    """First or second."""
    return lambda world: first(world) or second(world)


def every(asked: tuple[Asked, ...]) -> Asked:
    """All of them, asked in order until one says no."""

    def ask(world: Any) -> bool:
        """Do all hold?"""
        for each in asked:  # noqa: SIM110 - a loop is asked twice as fast as a generator
            if not each(world):
                return False
        return True

    return ask


def some(asked: tuple[Asked, ...]) -> Asked:
    """One of them, asked in order until one says yes."""

    def ask(world: Any) -> bool:
        """Does one hold?"""
        for each in asked:  # noqa: SIM110 - a loop is asked twice as fast as a generator
            if each(world):
                return True
        return False

    return ask


def answered(question: Question, args: tuple[Any, ...]) -> Asked:
    """A question with its arguments; one that may be asked about several is asked about each."""
    if question.more and len(args) > 1:
        return every(tuple(bound(question.answer, (arg,)) for arg in args))
    return bound(question.answer, args)


def bound(answer: Callable[..., Any], args: tuple[Any, ...]) -> Asked:
    """A question with its arguments."""
    if not args:
        return answer
    if len(args) == 1:
        only = args[0]
        return lambda world: answer(world, only)
    return lambda world: answer(world, *args)


def compared(operator: type, left: Typed, right: Typed) -> Asked:
    """A comparison; with a written value on the right it is not asked again and again."""
    compare, a, b = COMPARE[operator], left.ask, right.ask
    if right.value is not None:
        value = right.value
        return lambda world: compare(a(world), value)
    return lambda world: compare(a(world), b(world))


def tomorrow(world: Any) -> int:
    """The next day, for what may be otherwise every day."""
    return int(world.today) + 1


def turns_of(question: Question, args: tuple[Any, ...]) -> tuple[Turn, ...]:
    """When the answer to a question can change though nothing happens."""
    if "day" not in question.reads:
        return ()
    return (tomorrow if question.turns is None else bound(question.turns, args),)


def comparison(operator: type, left: Typed, right: Typed) -> Typed:
    """Two sides compared: with a written day it comes out otherwise only when that day comes, and when it is over."""
    ask = compared(operator, left, right)
    for day, written in ((left, right), (right, left)):
        if day.counts_days and written.value is not None:
            return Typed("bool", ask, days=(days_off(day.ask, written.value), days_off(day.ask, written.value + 1)))
    return Typed("bool", ask, days=left.days + right.days, turns=left.turns + right.turns)


def days_off(ask: Asked, written: int) -> Turn:
    """The day on which a count of days reaches the written one."""
    return lambda world: int(world.today) + written - int(ask(world))


def first(turns: tuple[Turn, ...]) -> Turn | None:
    """The first of these days; None when there are none."""
    if len(turns) < 2:
        return turns[0] if turns else None
    return lambda world: min(turn(world) for turn in turns)


def near(word: str, known: Collection[str]) -> str | None:
    """The known word nearest to this one, or None."""
    words = {each.lower(): each for each in known}
    found = get_close_matches(word.lower(), list(words), 1, 0.6)
    return words[found[0]] if found else None


def article(domain: str) -> str:
    """A domain with its article."""
    return f"{'an' if domain[0] in 'aeiou' else 'a'} {domain}"


def counted(question: Question) -> str:
    """How many arguments a question takes, in words."""
    least, most = question.least, len(question.takes)
    if question.more:
        return f"{least} or more ids"
    return f"{least}" if least == most else f"{least} to {most}"


def example(question: Question) -> str:
    """How a question is written."""
    return f"{question.name}({', '.join(question.takes)})" if question.takes else question.name

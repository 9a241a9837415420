"""Conditions: a small typed language over a closed vocabulary, checked when it is read, never Python's `eval`."""

from engine.expressions.compiler import Condition, compile_condition
from engine.expressions.words import NEVER, BadExpression, Domains, Question, Vocabulary

__all__ = ["NEVER", "BadExpression", "Condition", "Domains", "Question", "Vocabulary", "compile_condition"]

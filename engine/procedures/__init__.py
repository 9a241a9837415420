"""The instruments: things with stages that take time. They know no world, only tables."""

from engine.procedures.procedure import Procedure, Stage, Step, Term, UnknownAct
from engine.procedures.request import Request

__all__ = ["Procedure", "Request", "Stage", "Step", "Term", "UnknownAct"]

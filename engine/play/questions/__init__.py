"""What an author may ask of the world, by family; the vocabulary is complete once this room is open."""

from engine.play.questions import clocks, court, evidence, papers, persons, story
from engine.play.questions.closed_list import QUESTIONS, question, vocabulary

__all__ = ["QUESTIONS", "clocks", "court", "evidence", "papers", "persons", "question", "story", "vocabulary"]

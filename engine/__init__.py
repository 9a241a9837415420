"""Rogatory's engine: a judge and a calendar. It is told a decision, says what follows, and can say why."""

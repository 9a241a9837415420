"""Screens: each builds its widgets from the view of a seat and the pages; none of them holds a rule of the game."""

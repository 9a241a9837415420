"""The text game: numbered lines on a terminal."""

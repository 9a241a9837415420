"""The world on a day, and everything that moves it."""

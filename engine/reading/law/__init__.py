"""A pack of law as lawyers wrote it: its files, what they name, and a module for each part of it; every mistake at once."""

"""The commands: the line they stand on, what its words name, how an answer is said; a module for each kind of command."""

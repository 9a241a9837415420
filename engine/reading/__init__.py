"""From files to the engine's types: the only disk and the only YAML in the engine."""

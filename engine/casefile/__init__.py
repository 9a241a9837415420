"""What is known and held, where each copy came from, and what the home court says of it."""

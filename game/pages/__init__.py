"""What each screen says, whatever shows it."""

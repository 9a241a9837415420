"""The window: the only room that knows pygame. Screens are built from widgets over the same pages the text mode reads."""

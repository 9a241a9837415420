"""Pictures: values in, pixels out. They know countries, days and shares, and nothing of a play."""

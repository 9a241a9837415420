"""`python -m game` and the command `rogatory`."""

import sys

from game.cli import run


def main() -> int:
    """Run the command line; the exit code is 0 fine, 1 findings, 2 usage."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

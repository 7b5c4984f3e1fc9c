"""Lets `python -m perfrules` run the program where the command is not on the path."""

import sys

from perfrules.cli import main

if __name__ == "__main__":
    sys.exit(main())

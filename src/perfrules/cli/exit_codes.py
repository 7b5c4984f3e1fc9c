"""What the exit code of every command means."""

FINE = 0
FINDINGS = 1
"""A target is not met or not decided, or there is something to put right."""
UNUSABLE = 2
"""The command was used wrongly, or some of its input could not be read."""
INTERRUPTED = 130
"""The person at the keyboard stopped it, as shells count it."""

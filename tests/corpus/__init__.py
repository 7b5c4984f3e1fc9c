"""What published cells say, row by row, against expectations that were worked out by hand.

The cells stand beside the checkout, in `../shared/corpus`, and are not part of the project; without them these tests
are skipped. `targets.md`, `selfeval.md`, `scores.md` and `money.md` hold the expectations, keyed by row, and no more of
a row than its values.
"""

"""How the laws are run: the first cell read builds the parser, so that no time limit for one example holds.

The gate judges every change by the same examples, so that it fails for what the change did and for nothing else; on a
developer's machine each run tries new ones.
"""

import os

from hypothesis import settings

settings.register_profile("laws", deadline=None, max_examples=200, derandomize="CI" in os.environ)
settings.load_profile("laws")

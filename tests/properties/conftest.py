"""How the laws are run: the first cell read builds the parser, so that no time limit for one example holds."""

from hypothesis import settings

settings.register_profile("laws", deadline=None, max_examples=200)
settings.load_profile("laws")

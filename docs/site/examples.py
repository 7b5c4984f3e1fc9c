"""Shows the examples of docstrings as code: they stand between paragraphs, as doctest wants them, without a heading."""

import re
from typing import Any

import griffe

_ROLE = re.compile(r":\w+:(?=`)")
_EXAMPLE = re.compile(r"^>>> .*(?:\n(?!\s*$).*)*", re.MULTILINE)


class Examples(griffe.Extension):
    """Puts a fence around every example, and leaves out what only Sphinx understands."""

    def on_object(self, *, obj: griffe.Object, **_kwargs: Any) -> None:
        """Rewrite the docstring of whatever was read."""
        if obj.docstring is not None:
            obj.docstring.value = _EXAMPLE.sub(r"```pycon\n\g<0>\n```", _ROLE.sub("", obj.docstring.value))

"""A document in the one layout, as an edit of only the lines that change, so that an editor keeps its place."""

from lsprotocol import types

from perfrules.formatting import format_source
from perfrules.lsp.document import Document
from perfrules.lsp.protocol import range_of
from perfrules.source import Source


def layout(document: Document) -> list[types.TextEdit]:
    """Give the edits that lay a document out; none where lines cannot be read."""
    before = [line.text for line in document.lines]
    result = format_source(Source(document.name, document.text))
    after = result.text.split("\n")
    if result.diagnostics or before == after:
        return []
    first = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(after))
    first = min(first, len(before) - 1, len(after) - 1)
    same = 0
    while same < min(len(before), len(after)) - first - 1 and before[-1 - same] == after[-1 - same]:
        same += 1
    last = len(before) - 1 - same
    end = range_of(document.within(last, len(before[last]), len(before[last]))).end
    return [types.TextEdit(types.Range(types.Position(first, 0), end), "\n".join(after[first : len(after) - same]))]

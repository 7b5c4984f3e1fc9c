"""The harness that runs `tests/spec/*.md`: every row of a table in a chapter is one test.

`markdown` finds the tables, `columns` is the one list of what a column means, `case` runs a row through perfrules,
`wording` writes results the way the chapters do, and `plugin` hangs all of it into pytest.
"""

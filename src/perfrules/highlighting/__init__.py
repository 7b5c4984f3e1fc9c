"""How ruleset files are coloured: one description, from which TextMate grammars and Pygments lexers are made.

A language server knows what each word means; these two only know what it looks like. Editors colour by them until the
server answers, and documents, where there is no server.
"""

"""Write the TextMate grammar to standard output, for docs/editors/vscode/syntaxes/perfrules.tmLanguage.json."""

import sys

from perfrules.highlighting.textmate import grammar_text

if __name__ == "__main__":
    sys.stdout.buffer.write(grammar_text().encode())

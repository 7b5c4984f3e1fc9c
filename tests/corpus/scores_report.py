"""Prints which scheme gives the published scores: run `python tests/corpus/scores_report.py`.

Every row with the score that is published, the one that the scheme of the ministry gives, and the schemes that explain
a difference; then the counts.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a script, where no pytest has done so

from corpus.cells import ABSENT, published
from corpus.filled import line_table, money_table
from perfrules.auditing import AuditedScore
from perfrules.auditing.wording import rows_of
from perfrules.ruleset import audit
from perfrules.tables import FilledTable, FilledTables


def audited(table: FilledTable) -> AuditedScore:
    """Audit the one score of a table."""
    (score,) = audit(FilledTables((table,)), "central/mof-2020-10").tables[0].scores
    return score


def _report(title: str, tables: list[FilledTable]) -> None:
    print(f"\n{title}")
    audits = [audit(FilledTables((table,)), "central/mof-2020-10").tables[0] for table in tables]
    for number, table in enumerate(audits, start=1):
        for score, row in rows_of(table):
            print(f"{number:>4}  {'  '.join([*row, *(each.name for each in score.explanations)])}")
    print(f"\n{title}: counts")
    scores = [score for table in audits for score, _ in rows_of(table)]
    for standing, count in Counter(score.standing.value for score in scores).most_common():
        print(f"{count:>6}  {standing}")
    for name, count in Counter(each.name for score in scores for each in score.explanations).most_common():
        print(f"{count:>6}  explained by {name}")


def main() -> None:
    """Print the report."""
    lines = published("selfeval.jsonl")
    if not lines:
        sys.exit(ABSENT)
    _report("lines (reworded ones count for nothing)", [line_table(row) for row in lines])
    _report("money", [money_table(row) for row in published("selfeval_budget.jsonl")])


if __name__ == "__main__":
    main()

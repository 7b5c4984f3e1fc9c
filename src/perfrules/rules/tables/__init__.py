"""Goal tables (目标表) as text."""

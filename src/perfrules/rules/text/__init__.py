"""The text of rulesets: lines, their outline, the fields of a block, formulas."""

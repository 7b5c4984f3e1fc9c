"""Review rules (审核规则), word lists (词表) and settings (审核设置) as text."""

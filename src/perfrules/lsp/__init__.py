"""The language server: what an editor shows of ruleset files while they are typed."""

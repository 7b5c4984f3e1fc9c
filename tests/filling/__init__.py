"""Forms that are filed: written from templates, and read again."""

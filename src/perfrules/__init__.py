"""perfrules: what a performance target means, whether it was met, and what it scores."""

"""Schemes: how verdict and attainment become points."""

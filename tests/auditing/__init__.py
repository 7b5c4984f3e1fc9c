"""Tests of audits, beside chapter 54."""

"""Schemes (评分办法) as text: reading, inheritance, validity."""

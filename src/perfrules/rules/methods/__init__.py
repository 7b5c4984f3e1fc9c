"""Monitoring methods (监控办法) as text."""

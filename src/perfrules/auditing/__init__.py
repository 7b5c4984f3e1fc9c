"""Auditing self-evaluation tables that are already filled in: every printed number is worked out again."""

from perfrules.auditing.audit import Audit, AuditedScore, AuditedTable
from perfrules.auditing.build import audit_tables
from perfrules.auditing.standing import Standing

__all__ = ["Audit", "AuditedScore", "AuditedTable", "Standing", "audit_tables"]

"""The scored self-evaluation of projects and of their department."""

from perfrules.report.build import build_report
from perfrules.report.lines import ExecutionLine, Line
from perfrules.report.report import Department, Report, Share, TableReport
from perfrules.report.total import Total

__all__ = ["Department", "ExecutionLine", "Line", "Report", "Share", "TableReport", "Total", "build_report"]

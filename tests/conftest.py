"""What every test shares: the specification harness, and pytester to test the harness itself."""

from specification.plugin import (
    pytest_addoption,
    pytest_collect_file,
    pytest_configure,
    pytest_sessionfinish,
)

__all__ = ["pytest_addoption", "pytest_collect_file", "pytest_configure", "pytest_sessionfinish"]

pytest_plugins = ["pytester"]

"""What indicators and their classes are called, under the many spellings that offices use."""

from perfrules.names.classes import IndicatorClass, category_of, indicator_classes, subcategory_of
from perfrules.names.headers import standard_wordings
from perfrules.names.naming import comparable

__all__ = ["IndicatorClass", "category_of", "comparable", "indicator_classes", "standard_wordings", "subcategory_of"]

"""Forms that are filed: what stands in them, and the templates (.xlsx, .docx) that it is put into."""

from perfrules.filling.fill import TemplateFile, fill, write_form
from perfrules.filling.form import Cell, Form, Forms, Listing, Number
from perfrules.filling.writing import replace_file

__all__ = [
    "Cell",
    "Form",
    "Forms",
    "Listing",
    "Number",
    "TemplateFile",
    "fill",
    "replace_file",
    "write_form",
]

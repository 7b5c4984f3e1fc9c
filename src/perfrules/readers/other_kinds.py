"""Kinds of files that offices have and that are not read: which one it is, and what to save it as."""

import io
from contextlib import suppress
from zipfile import ZipFile

import attrs

_NAMES = {
    "WordDocument": "旧的Word或WPS文字文件（.doc、.wps）",
    "EncryptedPackage": "加了密码的文件",
    "PowerPoint Document": "演示文稿",
}
"""Streams of the old container, by which its kinds are told apart."""

_WORD, _EXCEL = "Word或WPS文字打开，另存为DOCX再读", "Excel或WPS表格打开，另存为XLSX再读"
_OFFICE = "Word或Excel打开，另存为DOCX或XLSX再读"
_ORIGINAL = "制表时的Word或Excel文件来读"
_UNPACKED = "解压软件打开，读里面的文件"
_PARTS = {
    "xl/workbook.bin": ("二进制工作簿（.xlsb）", _EXCEL),
    "ppt/presentation.xml": ("演示文稿", "PowerPoint或WPS演示打开，把表格复制到Excel里，存为XLSX再读"),
}
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.spreadsheet": ("开放文档表格（.ods）", _EXCEL),
    b"application/vnd.oasis.opendocument.text": ("开放文档文本（.odt）", _WORD),
}


@attrs.frozen
class OtherKind:
    """What a file is, and what to do so that it can be read."""

    what: str
    how: str


def kind_of_text(data: bytes) -> OtherKind | None:
    """Tell a file by how it begins; None where that says nothing.

    >>> kind_of_text(b"%PDF-1.7").what
    'PDF'
    """
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF"):
        return OtherKind("PDF", _ORIGINAL)
    if head.startswith(b"{\\rtf"):
        return OtherKind("RTF文件（有的.doc其实是它）", _WORD)
    if head.lower().startswith(b"mime-version:"):
        return OtherKind("单个文件网页（MHT，有的.doc、.xls其实是它）", _OFFICE)
    if head.startswith(b"<?xml") and b"mso-application" in head:
        return OtherKind("XML格式的Office文件", _OFFICE)
    if head.startswith((b"Rar!", b"7z\xbc\xaf")):
        return OtherKind("压缩包", _UNPACKED)
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF8")):
        return OtherKind("图片", _ORIGINAL)
    return None


def kind_of_archive(data: bytes) -> OtherKind | None:
    """Tell a zipped file that is neither a document nor a workbook by its parts; None where it may be one."""
    with suppress(Exception), ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        for part, (what, how) in _PARTS.items():
            if part in names:
                return OtherKind(what, how)
        if "mimetype" in names:
            declared = archive.open("mimetype").read(100).strip()
            return OtherKind(*_OPEN_DOCUMENTS.get(declared, ("开放文档", "原来的软件打开，另存为DOCX或XLSX再读")))
        if names and not any(name.startswith(("xl/", "word/", "[Content_Types]")) for name in names):
            return OtherKind("压缩包", _UNPACKED)
    return None


def kind_of_old(data: bytes) -> OtherKind | None:
    """Tell a file in the old container of Office and WPS by its streams; None where that says nothing."""
    for name, what in _NAMES.items():
        if name.encode("utf-16-le") in data:
            how = "原来的软件打开，去掉密码，另存一份再读" if name == "EncryptedPackage" else _WORD
            return OtherKind(what, how)
    return None

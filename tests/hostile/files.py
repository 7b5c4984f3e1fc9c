# ruff: noqa: E501, PLW0108 - a table of data, each made only when it is asked for
"""Files that are damaged, absurd or meant to harm, by name. Each is made when it is asked for."""

import io
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
LAUGHS = (
    "<!DOCTYPE x ["
    + '<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "http://127.0.0.1:9/j">]>'

TABLE = (("三级指标", "指标值", "实际完成值"), ("培训人数", "≥60人", "58人"))


def package(
    parts: Mapping[str, str | bytes], compression: int = ZIP_DEFLATED, change: Callable[[bytes], bytes] = bytes
) -> bytes:
    """Pack parts as an office program does."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", compression, compresslevel=9 if compression in (ZIP_DEFLATED, ZIP_BZIP2) else None) as to:
        for name, part in parts.items():
            to.writestr(name, part)
    return change(stream.getvalue())


def document(body: str, head: str = "", *, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Give a Word file of a body, with further parts."""
    main = f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return package({"word/document.xml": main, **(parts or {})})


def table(rows: Iterable[Iterable[object]], properties: str = "") -> str:
    """Give a table of a Word file."""
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    lines = ("".join(cell.format(text) for text in row) for row in rows)
    return f"<w:tbl>{properties}{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def rows_of(rows: Iterable[Iterable[object]], start: int = 1) -> str:
    """Give rows of a worksheet."""
    return "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{_letters(column)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
            for column, text in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, start)
    )


def _letters(column: int) -> str:
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(65 + column % 26)


def workbook_parts(
    data: str | None = None, *, before: str = "", after: str = "", head: str = ""
) -> dict[str, str | bytes]:
    """Give the parts of a workbook of one sheet: its rows, what stands before and after them, and before the root."""
    rows = rows_of(TABLE) if data is None else data
    sheet = f'{head}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    kinds = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("styles", "styles"),
            ("sharedStrings", "sharedStrings"),
        )
    )
    relation = '<Relationship Id="r{}" Type="{}/{}" Target="{}"/>'
    inside = (("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"))
    links = "".join(relation.format(index, OFFICE, kind, to) for index, (kind, to) in enumerate(inside, 1))
    top = relation.format(1, OFFICE, "officeDocument", "xl/workbook.xml")
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{kinds}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{top}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"/>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>',
        "xl/worksheets/sheet1.xml": sheet,
    }


def workbook(
    data: str | None = None,
    *,
    before: str = "",
    after: str = "",
    head: str = "",
    others: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Give a workbook; `others` are further parts, or stand instead of its own."""
    return package({**workbook_parts(data, before=before, after=after, head=head), **(others or {})})


def strings(body: str, head: str = "") -> str:
    """Give the shared strings of a workbook."""
    return f'{head}<sst xmlns="{MAIN}">{body}</sst>'


def styles(body: str) -> str:
    """Give the styles of a workbook."""
    return f'<styleSheet xmlns="{MAIN}">{body}</styleSheet>'


def lying(name: str, part: bytes, size: int) -> bytes:
    """Pack a part that says it is smaller than it is, with the checksum of what it says."""
    crc, packed = zlib.crc32(part[:size]), zlib.compress(part, 9)[2:-4]
    label = name.encode()
    numbers = struct.pack("<HHHHHIIIHH", 20, 0x800, 8, 0, 33, crc, len(packed), size, len(label), 0)
    local = b"PK\x03\x04" + numbers + label + packed
    central = b"PK\x01\x02\x14\0" + numbers + struct.pack("<HHHII", 0, 0, 0, 0, 0) + label
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


def nested(depth: int, inner: str) -> str:
    """Give tables of a Word file inside one another."""
    return "<w:tbl><w:tr><w:tc>" * depth + inner + "<w:p/></w:tc></w:tr></w:tbl>" * depth


def page(body: str) -> bytes:
    """Give a web page."""
    return f"<html><body><table></table>{body}</body></html>".encode()


def _rels(target: str, mode: str = "") -> str:
    outside = f' TargetMode="{mode}"' if mode else ""
    relation = f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="{target}"{outside}/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'


MANY = 10_000
FORMULA = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c><c r="B1" t="inlineStr"><is><t>{}</t></is></c></row>'
)

FILES: dict[str, Callable[[], bytes]] = {
    # Word
    "doc entities.docx": lambda: document("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", LAUGHS),
    "doc outside.docx": lambda: document("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", OUTSIDE),
    "doc nested 50.docx": lambda: document(nested(50, table(TABLE))),
    "doc nested 5000.docx": lambda: document(nested(5000, "")),
    "doc large.docx": lambda: document(table([*TABLE, *([[f"≥{row}家"] * 50 for row in range(5000)])])),
    "doc cell 1MB.docx": lambda: document(table([*TABLE, ["面积" * 170_000, "≥5亩" * 60_000, "5亩，" * 100_000]])),
    "doc cell 20MB.docx": lambda: document(table([*TABLE, ["面积", "≥5亩且" * 1_600_000, "5"]])),
    "doc many paragraphs.docx": lambda: document("<w:p><w:r><w:t>目标1：培训60人。</w:t></w:r></w:p>" * 30_000),
    "doc one paragraph.docx": lambda: document(
        f"<w:p><w:r><w:t>{'培训人数达到60人，合格率90%。' * 100_000}</w:t></w:r></w:p>"
    ),
    "doc many tables.docx": lambda: document(table(TABLE) * 2100),
    "doc spans.docx": lambda: document(
        table([["a"] * 3] * 5000).replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="66"/><w:vMerge/></w:tcPr>')
    ),
    "doc image 70MB.docx": lambda: document(table(TABLE), parts={"word/media/image1.png": bytes(70 * 2**20)}),
    "doc lying.docx": lambda: lying("word/document.xml", document_start() + b" " * 100 * 2**20, len(document_start())),
    "doc lzma.docx": lambda: package({"word/document.xml": document_start() + b" " * 10 * 2**20}, ZIP_LZMA),
    "doc bzip2.docx": lambda: package({"word/document.xml": document_start() + b" " * 10 * 2**20}, ZIP_BZIP2),
    "doc members.docx": lambda: package(
        {"word/document.xml": document_start(), **{f"a/{n}": b"" for n in range(10_001)}}, ZIP_STORED
    ),
    "doc attributes.docx": lambda: document("<w:p " + " ".join(f'a{n}="1"' for n in range(500_000)) + "/>"),
    "doc fields.docx": lambda: document(
        '<w:p><w:fldSimple w:instr="INCLUDETEXT http://127.0.0.1:9/a DDEAUTO c:\\\\cmd.exe"><w:r><w:t>一</w:t></w:r>'
        "</w:fldSimple></w:p>" + table(TABLE)
    ),
    # Excel
    "book entities.xlsx": lambda: workbook(head=LAUGHS, data='<row><c t="str"><v>&j;</v></c></row>'),
    "book outside.xlsx": lambda: workbook(head=OUTSIDE, data='<row><c t="str"><v>&j;</v></c></row>'),
    "book entities in strings.xlsx": lambda: workbook(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        others={"xl/sharedStrings.xml": strings("<si><t>&j;</t></si>", LAUGHS)},
    ),
    "book outside in strings.xlsx": lambda: workbook(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        others={"xl/sharedStrings.xml": strings("<si><t>&j;</t></si>", OUTSIDE)},
    ),
    "book entities in book.xlsx": lambda: workbook(
        others={
            "xl/workbook.xml": str(workbook_parts()["xl/workbook.xml"])
            .replace("<workbook", f"{LAUGHS}<workbook")
            .replace('"一"', '"&j;"')
        }
    ),
    "book outside in book.xlsx": lambda: workbook(
        others={"xl/workbook.xml": str(workbook_parts()["xl/workbook.xml"]).replace("<workbook", f"{OUTSIDE}<workbook")}
    ),
    "book empty rows.xlsx": lambda: workbook(
        rows_of(TABLE)
        + "".join(f'<row r="{n}" ht="20"><c r="A{n}" s="0"/><c r="C{n}" s="0"/></row>' for n in range(3, 300_003))
    ),
    "book merges.xlsx": lambda: workbook(
        after="<mergeCells>" + "".join(f'<mergeCell ref="A{n}:C{n}"/>' for n in range(3, MANY + 3)) + "</mergeCells>"
    ),
    "book merges with rows.xlsx": lambda: workbook(
        rows_of([*TABLE, *([["甲", "≥1家", "1家"]] * MANY)]),
        after="<mergeCells>" + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(3, MANY + 3)) + "</mergeCells>",
    ),
    "book merges over.xlsx": lambda: workbook(
        after="<mergeCells>" + "".join(f'<mergeCell ref="A1:C{n}"/>' for n in range(1, MANY)) + "</mergeCells>"
    ),
    "book merge cells in the dark.xlsx": lambda: workbook(after="<mergeCell " + "x" * 60 * 2**20),
    "book styles in a ring.xlsx": lambda: workbook(
        others={
            "xl/styles.xml": styles(
                '<cellStyleXfs><xf xfId="0"/></cellStyleXfs><cellXfs><xf xfId="0" numFmtId="777"/></cellXfs>'
                '<cellStyles><cellStyle name="a" xfId="0"/><cellStyle name="a" xfId="9"/></cellStyles>'
            )
        }
    ),
    "book many styles.xlsx": lambda: workbook(
        others={"xl/styles.xml": styles("<cellXfs>" + '<xf numFmtId="0"/>' * 210_000 + "</cellXfs>")}
    ),
    "book many fonts.xlsx": lambda: workbook(
        others={"xl/styles.xml": styles("<fonts>" + "<font><b/></font>" * 210_000 + "</fonts>")}
    ),
    "book many strings.xlsx": lambda: workbook(others={"xl/sharedStrings.xml": strings("<si><t/></si>" * 1_100_000)}),
    "book many names.xlsx": lambda: workbook(
        others={
            "xl/workbook.xml": str(workbook_parts()["xl/workbook.xml"]).replace(
                "</workbook>",
                "<definedNames>" + '<definedName name="a">A1</definedName>' * 210_000 + "</definedNames></workbook>",
            )
        }
    ),
    "book many sheets.xlsx": lambda: workbook(
        others={
            "xl/workbook.xml": str(workbook_parts()["xl/workbook.xml"]).replace(
                "</sheets>",
                "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="r1"/>' for n in range(2, 2_100)) + "</sheets>",
            )
        }
    ),
    "book many relations.xlsx": lambda: workbook(
        others={
            "xl/_rels/workbook.xml.rels": str(workbook_parts()["xl/_rels/workbook.xml.rels"]).replace(
                "</Relationships>", '<Relationship Id="q" Type="t" Target="a"/>' * 210_000 + "</Relationships>"
            )
        }
    ),
    "book dimension.xlsx": lambda: workbook(before='<dimension ref="A1:XFD1048576"/>'),
    "book last cell.xlsx": lambda: workbook(
        rows_of(TABLE) + '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    ),
    "book far cell.xlsx": lambda: workbook(
        rows_of(TABLE) + '<row r="99999999999"><c r="ZZZZ99999999999" t="inlineStr"><is><t>x</t></is></c></row>'
    ),
    "book same row.xlsx": lambda: workbook(rows_of(TABLE) + rows_of(TABLE[:1]) * 10_000),
    "book large.xlsx": lambda: workbook(rows_of([*TABLE, *([[f"≥{row}家"] * 50 for row in range(5000)])])),
    "book dense.xlsx": lambda: workbook(
        "<row>" + "<c><v>1</v></c>" * 200 + "</row>" + ("<row>" + "<c><v>1</v></c>" * 200 + "</row>") * 5_100
    ),
    "book dense formulas.xlsx": lambda: workbook(("<row>" + "<c><f>1</f><v>1</v></c>" * 200 + "</row>") * 5_100),
    "book wide.xlsx": lambda: workbook("<row>" + "<c/>" * 1_100_000 + "</row>"),
    "book c c c.xlsx": lambda: workbook(rows_of(TABLE) + "<!--" + "<c " * 5_000_000 + "-->"),
    "book row row.xlsx": lambda: workbook(rows_of(TABLE) + "<!--" + "<row " * 5_000_000 + "-->"),
    "book m m m.xlsx": lambda: workbook(rows_of(TABLE) + "<!--" + "<mergeCell " * 5_500_000 + "-->"),
    "book cell 1MB.xlsx": lambda: workbook(rows_of([*TABLE, ("面积" * 170_000, "≥5亩" * 60_000, "5亩，" * 100_000)])),
    "book not calculated.xlsx": lambda: workbook(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>三级指标</t></is></c><c r="B1" t="inlineStr"><is><t>指标值</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>实际完成值</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>人数</t></is></c><c r="B2"><f>SUM(Z1:Z9)</f></c><c r="C2"><f>SUM(Z1:Z9)</f></c></row>'
    ),
    "book numbers.xlsx": lambda: workbook(
        rows_of(TABLE)
        + "".join(
            f'<row><c t="inlineStr"><is><t>人数{n}</t></is></c><c><v>{value}</v></c><c t="{kind}"><v>{value}</v></c></row>'
            for n, (value, kind) in enumerate(
                [
                    ("1e308", "n"),
                    ("1E999", "n"),
                    ("NaN", "n"),
                    ("-0", "n"),
                    ("1e-300", "n"),
                    ("x", "n"),
                    ("7", "s"),
                    ("9", "e"),
                    ("99999999999", "d"),
                    ("1_000", "n"),
                    ("٣", "n"),
                ]
            )
        )
    ),
    "book macros.xlsm": lambda: workbook(others={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 100}),
    "book outside links.xlsx": lambda: workbook(
        others={
            "xl/worksheets/_rels/sheet1.xml.rels": _rels("http://127.0.0.1:9/a", "External"),
            "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}"/>',
        }
    ),
    "book path up.xlsx": lambda: workbook(
        others={"xl/_rels/workbook.xml.rels": _rels("../../../../../../etc/hostname")}
    ),
    "book path root.xlsx": lambda: workbook(
        others={"xl/_rels/workbook.xml.rels": _rels("file:///etc/hostname", "External")}
    ),
    "book lying.xlsx": lambda: lying("xl/workbook.xml", b"<a>" + b" " * 100 * 2**20, 3),
    "book of a document.xlsx": lambda: document(table(TABLE)),
    "book image 70MB.xlsx": lambda: workbook(others={"xl/media/image1.png": bytes(70 * 2**20)}),
    "book in itself.xlsx": lambda: package({"xl/workbook.xml": workbook(), "a.xlsx": workbook()}),
    # web pages
    "page deep.html": lambda: page("<div>" * 300_000),
    "page deep tables.html": lambda: page("<table><tr><td>" * 50_000),
    "page open tags.html": lambda: page("<a" * 2_000_000),
    "page open ends.html": lambda: page("</a" * 1_000_000),
    "page open comments.html": lambda: page("<!--" * 500_000),
    "page open marked.html": lambda: page("<![" * 500_000),
    "page open declarations.html": lambda: page("<!a" * 500_000),
    "page open orders.html": lambda: page("<?" * 1_000_000),
    "page attributes.html": lambda: page("<td " + "a=1 " * 210_000 + ">"),
    "page quotes.html": lambda: page("<td a='" * 300_000),
    "page references.html": lambda: page("&" * 5_000_000 + "&#99999999999;" * 100_000),
    "page script.html": lambda: page("<script>" + "</scrip" * 1_000_000),
    "page spans.html": lambda: page("<table>" + "<tr><td rowspan=20000 colspan=200>三级指标" * 20_000 + "</table>"),
    "page large.html": lambda: page("<table>" + ("<tr>" + "<td>≥5家" * 50) * 5000 + "</table>"),
    "page tall spans.html": lambda: page("<table>" + ("<tr>" + "<td rowspan=9000>a" * 200) * 20_000 + "</table>"),
    "page cell 1MB.html": lambda: page(
        f"<table><tr><td>三级指标<td>指标值<tr><td>面积<td>{'≥5亩，' * 250_000}</table>"
    ),
    "page many tables.html": lambda: page("<table><tr><td>三级指标<td>指标值<tr><td>面积<td>≥5亩</table>" * 2_100),
    "page image.html": lambda: page(
        "<img src=http://127.0.0.1:9/a><link rel=stylesheet href=http://127.0.0.1:9/b><table><tr><td>a</table>"
    ),
    "page nul.html": lambda: page("<table><tr><td>三级指标\0<td>指标值</table>"),
    "page utf-16.html": lambda: (
        page("<table><tr><td>三级指标<td>指标值<tr><td>面积<td>≥5亩</table>").decode().encode("utf-16")
    ),
    # plain text
    "text one line.csv": lambda: b"," * 5_000_000,
    "text one cell.csv": lambda: b"a" * 5_000_000,
    "text quotes.csv": lambda: b'"' * 20_000_001,
    "text lines.csv": lambda: b"\n" * 5_000_000 + b"a",
    "text returns.csv": lambda: b"\r" * 5_000_000 + b"a",
    "text cell 1MB.csv": lambda: f"三级指标,指标值,实际完成值\n面积,{'≥5亩且' * 100_000},5\n人数,≥5人,5人".encode(),
    "text nul.csv": lambda: "三级指标,指标值\0\n".encode(),
    "text utf-16 no mark.csv": lambda: "三级指标,指标值,实际完成值\n面积,≥5亩,5亩".encode("utf-16-le"),
    "text surrogates.csv": lambda: "三级指标,指标值,实际完成值\n面积\ud800,≥5亩,5亩".encode("utf-8", "surrogatepass"),
    "text mixed.csv": lambda: "三级指标,指标值,实际完成值\n".encode() + "面积,≥5亩,5亩\n".encode("gbk"),
    "text odd utf-16.csv": lambda: "三级指标,指标值\n面积,≥5亩".encode("utf-16") + b"\x00",
    "text digits.csv": lambda: (
        f"三级指标,指标值,实际完成值\n面积,≥{'9' * 5000},{'9' * 100_000}\n人,{'一百' * 9999},{'1.' * 9999}".encode()
    ),
    "text brackets.csv": lambda: (
        f"三级指标,指标值,实际完成值\n面积,{'（' * 50_000},{'≥' * 50_000}\n人,{'且' * 30_000},{'1且' * 30_000}".encode()
    ),
    # old
    "old noise.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 4000,
    "old ring.xls": lambda: old_ring(),
}


def document_start() -> bytes:
    """Give the main part of a small Word file."""
    return f'<w:document xmlns:w="{WORD}"><w:body>{table(TABLE)}</w:body></w:document>'.encode()


def old_ring() -> bytes:
    """Give a compound file whose table of sectors leads around in a ring."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0, 1, 0, 0) + struct.pack("<I", 0) + b"\xff" * (4 * 108)
    ring = struct.pack("<128I", *([0xFFFFFFFD, 1] + [2] * 126))
    return head[:512] + ring + bytes(512 * 3)

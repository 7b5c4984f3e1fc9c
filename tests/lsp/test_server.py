"""The server as an editor meets it: another process, spoken to over its standard input and output."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="语言服务器要装 perfrules[lsp]")

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

from perfrules.diagnostics import Code

GOOD = """目标表 企业补助
  年度：2023
  产出指标
    数量指标
      补助企业数𠮷：≥60家
"""


PROGRAM = "from perfrules.cli import main; raise SystemExit(main())"


class Editor(LanguageClient):
    """An editor that keeps what the server says."""

    def __init__(self, folder: Path) -> None:
        super().__init__("editor", "1")
        self.uri = (folder / "甲.rules").as_uri()
        self.folder = folder
        self.messages: list[types.PublishDiagnosticsParams] = []
        self.arrived = asyncio.Event()

        def published(params: types.PublishDiagnosticsParams) -> None:
            self.messages.append(params)
            self.arrived.set()

        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)

    @property
    def document(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    async def start(
        self, encodings: list[types.PositionEncodingKind] | None = None, options: object = None
    ) -> types.InitializeResult:
        await self.start_io(sys.executable, "-c", PROGRAM, "lsp")
        general = types.GeneralClientCapabilities(position_encodings=encodings)
        capabilities = types.ClientCapabilities(general=general)
        answer = await self.initialize_async(
            types.InitializeParams(
                capabilities=capabilities, root_uri=self.folder.as_uri(), initialization_options=options
            )
        )
        self.initialized(types.InitializedParams())
        return answer

    async def open(self, text: str) -> list[types.Diagnostic]:
        item = types.TextDocumentItem(self.uri, "perfrules", 1, text)
        return await self._hear(lambda: self.text_document_did_open(types.DidOpenTextDocumentParams(item)))

    async def type(self, line: int, column: int, text: str, *, over: int = 0) -> list[types.Diagnostic]:
        there = types.Range(types.Position(line, column), types.Position(line, column + over))
        change = types.TextDocumentContentChangePartial(there, text)
        identifier = types.VersionedTextDocumentIdentifier(version=2, uri=self.uri)
        params = types.DidChangeTextDocumentParams(identifier, [change])
        return await self._hear(lambda: self.text_document_did_change(params))

    async def _hear(self, say: Callable[[], None]) -> list[types.Diagnostic]:
        self.arrived.clear()
        say()
        await asyncio.wait_for(self.arrived.wait(), 60)
        return list(self.messages[-1].diagnostics)

    async def end(self) -> None:
        await self.shutdown_async(None)
        self.exit(None)
        await self.stop()  # type: ignore[no-untyped-call] # pygls types most, not this


def in_editor(folder: Path, use: Callable[[Editor], Awaitable[None]], *, start: bool = True) -> None:
    async def session() -> None:
        editor = Editor(folder)
        if start:
            await editor.start()
        try:
            await asyncio.wait_for(use(editor), 120)
        finally:
            await editor.end()

    asyncio.run(session())


def test_half_a_line_is_marked_where_it_breaks_off_and_mended_by_going_on(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        assert await editor.open(GOOD) == []
        (message,) = await editor.type(5, 0, "      培训人数")
        assert (message.code, message.range.start.line, message.range.start.character) == (Code.COLON_MISSING.id, 5, 6)
        assert await editor.type(5, 10, "：≥100人") == []

    in_editor(tmp_path, use)


def test_columns_are_counted_as_the_editor_asks(tmp_path: Path) -> None:
    """`补助企业数𠮷：` is 7 characters, 8 units of UTF-16 and 22 bytes of UTF-8."""

    async def use(editor: Editor) -> None:
        answer = await editor.start([types.PositionEncodingKind.Utf8])
        assert answer.capabilities.position_encoding == "utf-8"
        await editor.open(GOOD)
        (message,) = await editor.type(4, 6 + 22, "≥60坐", over=8)
        assert message.code == Code.UNIT_UNKNOWN.id
        assert (message.range.start.character, message.range.end.character) == (6 + 22 + 5, 6 + 22 + 8)

    in_editor(tmp_path, use, start=False)


def test_utf_16_is_what_an_editor_counts_that_says_nothing(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.open(GOOD)
        (message,) = await editor.type(4, 6 + 8, "≥60坐", over=4)
        assert (message.range.start.character, message.range.end.character) == (6 + 8 + 3, 6 + 8 + 4)

    in_editor(tmp_path, use)


def test_a_target_is_explained_where_one_points_at_it(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.open(GOOD)
        params = types.HoverParams(editor.document, types.Position(4, 15))
        answer = await editor.text_document_hover_async(params)
        assert answer is not None
        assert isinstance(answer.contents, types.MarkupContent)
        assert "要求实际值不低于60家" in answer.contents.value
        assert "[60家, ∞)" in answer.contents.value
        assert "| 54家 | 未达成 | 81 |" in answer.contents.value

    in_editor(tmp_path, use)


def test_a_document_is_laid_out(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.open("目标表 甲\n\t年度:2023")
        options = types.FormattingOptions(tab_size=2, insert_spaces=True)
        edits = await editor.text_document_formatting_async(types.DocumentFormattingParams(editor.document, options))
        assert edits is not None
        assert [each.new_text for each in edits] == ["  年度：2023\n"]

    in_editor(tmp_path, use)


def test_everything_else_an_editor_asks_for_is_answered(tmp_path: Path) -> None:
    """One session, since starting a server takes longer than all of this."""

    async def use(editor: Editor) -> None:
        text = f"{GOOD}\n评分办法 某省\n  参数\n    及格线：60%\n  得分\n    完成率 ≥ 及格线：分值\n    否则：0分\n"
        await editor.open(f"{text}  试算 一    分值 10\n    数：≥6家    实际值 6家    得分 9\n")
        document, formula = editor.document, types.Position(10, 12)

        completed = await editor.text_document_completion_async(types.CompletionParams(document, formula))
        assert isinstance(completed, types.CompletionList)
        assert "及格线" in [item.label for item in completed.items]

        defined = await editor.text_document_definition_async(types.DefinitionParams(document, formula))
        assert isinstance(defined, list)
        assert [each.range.start.line for each in defined if isinstance(each, types.Location)] == [8]

        context = types.ReferenceContext(include_declaration=True)
        referred = await editor.text_document_references_async(types.ReferenceParams(context, document, formula))
        assert [each.range.start.line for each in referred or ()] == [8, 10]

        assert await editor.text_document_prepare_rename_async(types.PrepareRenameParams(document, formula))
        edit = await editor.text_document_rename_async(types.RenameParams(document, formula, "合格线"))
        assert edit is not None
        assert edit.changes is not None
        assert [each.new_text for each in edit.changes[editor.uri]] == ["合格线", "合格线"]
        with pytest.raises(JsonRpcException, match="不能作为参数的名称"):
            await editor.text_document_rename_async(types.RenameParams(document, formula, "合 格"))

        symbols = await editor.text_document_document_symbol_async(types.DocumentSymbolParams(document))
        assert [each.name for each in symbols or ()] == ["目标表 企业补助", "评分办法 某省"]
        assert await editor.text_document_folding_range_async(types.FoldingRangeParams(document))
        tokens = await editor.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
        assert tokens is not None
        assert len(tokens.data) % 5 == 0
        whole = types.Range(types.Position(0, 0), types.Position(99, 0))
        assert await editor.text_document_inlay_hint_async(types.InlayHintParams(document, whole))

        (lens,) = await editor.text_document_code_lens_async(types.CodeLensParams(document)) or ()
        shown = await editor.code_lens_resolve_async(lens)
        assert shown.command is not None
        assert shown.command.title == "✗ 1例，1处不符"
        run = types.ExecuteCommandParams(shown.command.command, shown.command.arguments)
        editor.arrived.clear()
        result = await editor.workspace_execute_command_async(run)
        await asyncio.wait_for(editor.arrived.wait(), 60)
        assert isinstance(result, dict)
        assert result["count"] == 1
        assert Code.TRIAL_DIFFERS.id in [each.code for each in editor.messages[-1].diagnostics]

    in_editor(tmp_path, use)


def test_findings_of_review_rules_are_shown_where_a_setting_asks(tmp_path: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.start(options={"review": True})
        found = await editor.open("目标表 甲\n  年度：2023\n  产出指标\n    数量指标\n      企业数：≥60\n")
        assert ("PR105", "审核") in [(each.code, each.source) for each in found]
        assert "PR105" not in [each.code for each in await editor.type(4, 14, "家")]

    in_editor(tmp_path, use, start=False)

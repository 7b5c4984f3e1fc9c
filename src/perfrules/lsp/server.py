"""The language server: which function answers which request. What it knows is in its `Desk`, what it does elsewhere."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from perfrules.diagnostics import Diagnostic, PerfRulesError
from perfrules.lsp.actions import actions
from perfrules.lsp.completion import CHARACTERS, completion
from perfrules.lsp.definitions import definitions, references, rename, renamed_at
from perfrules.lsp.desk import Desk
from perfrules.lsp.diagnostics import about, diagnostics_of
from perfrules.lsp.hints import hints
from perfrules.lsp.hover import hover
from perfrules.lsp.layout import layout
from perfrules.lsp.lenses import COMMAND, Tried, lenses, tried_at, with_command
from perfrules.lsp.marks import Marks
from perfrules.lsp.outline import folds, symbols
from perfrules.lsp.positions import Encoding
from perfrules.lsp.protocol import range_of
from perfrules.lsp.reviewing import Noted, findings_of, review_document
from perfrules.lsp.tokens import LEGEND, tokens


class Server(LanguageServer):
    """A server for one client."""

    def __init__(self) -> None:
        super().__init__("perfrules", version("perfrules"))
        self.desk = Desk()
        self.is_reviewing = False
        self._sent: dict[str, Marks] = {}
        self._noted: dict[str, tuple[Noted, ...]] = {}

    def review(self, uri: str) -> None:
        """Look for what review rules find in a document, if that is wanted; it is sent with the messages."""
        self._noted.pop(uri, None)
        if self.is_reviewing:
            self._noted[uri] = review_document(self.desk.reading(uri), self.desk.documents[uri])
        self._sent.pop(uri, None)

    def publish(self) -> None:
        """Send the messages about every open document for which there are new ones."""
        for uri, document in self.desk.documents.items():
            reading, marks = self.desk.reading(uri), self.desk.marks(uri)
            if self._sent.get(uri) is not marks:
                found = diagnostics_of(reading, document, marks)
                found += findings_of(document, self._noted.get(uri, ()))
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))
        self._sent = {uri: self.desk.marks(uri) for uri in self.desk.documents}

    def tell(self, differences: Iterable[Diagnostic]) -> None:
        """Show what examples came out as, beside the messages, until something is typed."""
        told = list(differences)
        for uri, document in self.desk.documents.items():
            reading, marks = self.desk.reading(uri), self.desk.marks(uri)
            found = [*diagnostics_of(reading, document, marks), *about(reading, document, told)]
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))


def make_server() -> Server:
    """Make a server that answers every request there is."""
    server = Server()
    _follow_documents(server)
    _answer_about_places(server)
    _answer_about_documents(server)
    _run_examples(server)
    return server


def _follow_documents(server: Server) -> None:
    desk = server.desk

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        options = params.initialization_options
        server.is_reviewing = isinstance(options, Mapping) and options.get("review") is True

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        given = params.settings.get("perfrules") if isinstance(params.settings, Mapping) else None
        if isinstance(given, Mapping):
            server.is_reviewing = given.get("review") is True
            for uri in desk.documents:
                server.review(uri)
            server.publish()

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        chosen = server.server_capabilities.position_encoding
        desk.encoding = Encoding(getattr(chosen, "value", chosen) or Encoding.UTF_16.value)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        desk.open(params.text_document.uri, params.text_document.text)
        server.review(params.text_document.uri)
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        desk.change(params.text_document.uri, list(params.content_changes))
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        desk.look_again()
        server.review(params.text_document.uri)
        server.publish()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def written(_: types.DidChangeWatchedFilesParams) -> None:
        """Another program has written a file beside an open one."""
        desk.look_again()
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        desk.close(uri)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        server.publish()


def _answer_about_places(server: Server) -> None:
    desk = server.desk

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        found = hover(*desk.at(params))
        if found is None:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, found[0]), range_of(found[1]))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=CHARACTERS))
    def completed(params: types.CompletionParams) -> types.CompletionList:
        return completion(*desk.at(params))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def defined(params: types.DefinitionParams) -> list[types.Location]:
        return definitions(*desk.at(params))

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def referred(params: types.ReferenceParams) -> list[types.Location]:
        return references(*desk.at(params), with_definition=params.context.include_declaration)

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def renaming(params: types.PrepareRenameParams) -> types.Range | None:
        found = renamed_at(*desk.at(params))
        return None if found is None else range_of(found)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def renamed(params: types.RenameParams) -> types.WorkspaceEdit | None:
        try:
            return rename(*desk.at(params), params.new_name)
        except PerfRulesError as error:
            raise JsonRpcInvalidParams(error.diagnostics[0].message) from None


def _answer_about_documents(server: Server) -> None:
    desk = server.desk

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        return symbols(desk.documents[params.text_document.uri])

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def folded(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        return folds(desk.documents[params.text_document.uri])

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, types.SemanticTokensLegend(list(LEGEND), []))
    def coloured(params: types.SemanticTokensParams) -> types.SemanticTokens:
        return types.SemanticTokens(tokens(desk.documents[params.text_document.uri]))

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, types.SemanticTokensLegend(list(LEGEND), []))
    def coloured_part(params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
        document = desk.documents[params.text_document.uri]
        return types.SemanticTokens(tokens(document, params.range.start.line, params.range.end.line))

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hinted(params: types.InlayHintParams) -> list[types.InlayHint]:
        uri = params.text_document.uri
        return hints(desk.reading(uri), desk.documents[uri], params.range.start.line, params.range.end.line)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION)
    def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri, lines = params.text_document.uri, params.range
        return actions(desk.reading(uri), desk.documents[uri], desk.marks(uri), lines.start.line, lines.end.line)

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def formatted(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        return layout(desk.documents[params.text_document.uri])


def _run_examples(server: Server) -> None:
    desk = server.desk

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=True))
    def buttons(params: types.CodeLensParams) -> list[types.CodeLens]:
        uri = params.text_document.uri
        return lenses(desk.documents[uri], uri)

    @server.feature(types.CODE_LENS_RESOLVE)
    def button(lens: types.CodeLens) -> types.CodeLens:
        data: dict[str, Any] = dict(lens.data) if isinstance(lens.data, Mapping) else {}
        return with_command(lens, _tried(data.get("uri"), data.get("line")))

    @server.command(COMMAND)
    def run(uri: str, line: int) -> dict[str, object]:
        """Run the examples of a block, and show what came of them."""
        tried = _tried(uri, line)
        kind = types.MessageType.Warning if tried.differences else types.MessageType.Info
        server.window_show_message(types.ShowMessageParams(kind, tried.summary))
        server.tell(tried.differences)
        return {"count": tried.count, "differences": [each.to_dict() for each in tried.differences]}

    def _tried(uri: object, line: object) -> Tried:
        if not isinstance(uri, str) or not isinstance(line, int) or uri not in desk.documents:
            return Tried()
        return tried_at(desk.reading(uri), desk.documents[uri], line)

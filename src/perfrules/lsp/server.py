"""The language server: which function answers which request. What it knows is in its `Desk`, what it does elsewhere."""

from importlib.metadata import version

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from perfrules.formatting import format_source
from perfrules.lsp.desk import Desk
from perfrules.lsp.diagnostics import diagnostics_of
from perfrules.lsp.hover import hover
from perfrules.lsp.marks import Marks
from perfrules.lsp.positions import Encoding
from perfrules.lsp.protocol import range_of
from perfrules.source import Source


class Server(LanguageServer):
    """A server for one client."""

    def __init__(self) -> None:
        super().__init__("perfrules", version("perfrules"))
        self.desk = Desk()
        self._sent: dict[str, Marks] = {}

    def publish(self) -> None:
        """Send the messages about every open document for which there are new ones."""
        for uri, document in self.desk.documents.items():
            reading, marks = self.desk.reading(uri), self.desk.marks(uri)
            if self._sent.get(uri) is not marks:
                found = diagnostics_of(reading, document, marks)
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))
        self._sent = {uri: self.desk.marks(uri) for uri in self.desk.documents}


def make_server() -> Server:
    """Make a server that answers every request there is."""
    server = Server()
    _follow_documents(server)
    _answer(server)
    return server


def _follow_documents(server: Server) -> None:
    desk = server.desk

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        chosen = server.server_capabilities.position_encoding
        desk.encoding = Encoding(getattr(chosen, "value", chosen) or Encoding.UTF_16.value)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        desk.open(params.text_document.uri, params.text_document.text)
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        desk.change(params.text_document.uri, list(params.content_changes))
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        desk.look_again()
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        desk.close(uri)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        server.publish()


def _answer(server: Server) -> None:
    desk = server.desk

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        uri, at = params.text_document.uri, params.position
        found = hover(desk.reading(uri), desk.documents[uri], (at.line, at.character))
        if found is None:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, found[0]), range_of(found[1]))

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def formatted(params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        document = desk.documents[params.text_document.uri]
        text = document.text
        result = format_source(Source(document.name, text))
        if result.text == text:
            return None
        last = len(document.lines) - 1
        whole = document.within(last, 0, len(document.lines[last].text))
        return [types.TextEdit(types.Range(types.Position(0, 0), range_of(whole).end), result.text)]

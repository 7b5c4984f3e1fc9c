"""Gathers documents where they lie: pages keep their paths, so links among them hold; other links lead to listings."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_FENCE = re.compile(r"^( *)(`{3,}|~{3,})[^`\n]*\n.*?^\1\2 *$", re.DOTALL | re.MULTILINE)
_NAMED = re.compile(r"\A( *`{3,})(\w+) ([^\s`]+)(?: 追加)?\n")
_LINK = re.compile(r"(?<=\]\()([^)#\s]+)(?=[)#\s])")
_LIST_AFTER_WORDS = re.compile(r"^(?![ >|#]|[-*] |\d+\. )(.+)\n(?=[-*] |1\. )", re.MULTILINE)

_INSIDE_CHINESE = re.compile(r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])\n *(?=[\u4e00-\u9fff“《（〔])")
_AS_THEY_ARE = (".png", ".svg", ".docx", ".xlsx", ".html", ".vsix")


def gathered(root: Path, documents: Iterable[str], made: Mapping[str, str]) -> dict[str, str | bytes]:
    """Give the pages made of documents and of whatever they link to, with those made of the code, by path."""
    texts, others = dict(made), dict[str, bytes]()
    waiting = [*documents, *(link for page, text in made.items() for link in links(text, posixpath.dirname(page)))]
    while waiting:
        path = waiting.pop()
        page = page_of(root, path)
        if page in texts or page in others or not (root / path).exists():
            continue
        if page.endswith(_AS_THEY_ARE):
            others[page] = (root / path).read_bytes()
        else:
            texts[page] = _text(root, path)
            waiting += links(texts[page], posixpath.dirname(page))
    return {**others, **{page: with_links(root, page, text) for page, text in texts.items()}}


def page_of(root: Path, path: str) -> str:
    """Give the page that shows a document, a folder or another file.

    >>> page_of(Path("."), "docs/forms.md"), page_of(Path("."), "grammar/headers.txt")
    ('docs/forms.md', 'grammar/headers.txt.md')
    """
    if (root / path).is_dir():
        return posixpath.join(path, "README.md" if (root / path / "README.md").exists() else "index.md")
    if path == "README.md":  # the site's home is another page
        return "README.en.md"
    return path if path.endswith((".md", *_AS_THEY_ARE)) else f"{path}.md"


def links(text: str, folder: str) -> Iterator[str]:
    """Give what a document in a folder links to inside the project."""
    for words in _outside_code(text):
        for link in _LINK.findall(words):
            if "://" not in link:
                yield posixpath.normpath(posixpath.join(folder, link))


def with_links(root: Path, page: str, text: str) -> str:
    """Let the links of a page lead to pages, and write what GitHub and the site read differently as the site does."""
    folder = posixpath.dirname(page)

    def led(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, link[1]))
        if "://" in link[1] or not (root / target).exists():
            return link[1]
        return posixpath.relpath(page_of(root, target), folder or ".")

    def written(words: str) -> str:
        separated = _LIST_AFTER_WORDS.sub(r"\1\n\n", _LINK.sub(led, words))
        return _INSIDE_CHINESE.sub("", separated).replace("][", r"]\[")

    return "".join(_with_title(part) if is_code else written(part) for is_code, part in _parts(text))


def _text(root: Path, path: str) -> str:
    place = root / path
    if place.is_dir():
        readme = place / "README.md"
        return readme.read_text("utf-8") if readme.exists() else _listing(path, sorted(place.iterdir()))
    text = place.read_text("utf-8")
    return text if place.suffix == ".md" else f"# {path}\n\n````{place.suffix[1:]}\n{text.rstrip()}\n````\n"


def _listing(path: str, inside: Iterable[Path]) -> str:
    shown = (each for each in inside if each.is_dir() or each.suffix in {".md", ".rules", ".txt", ".json"})
    return f"# {path}\n\n" + "".join(f"- [{each.name}]({each.name})\n" for each in shown)


def _with_title(block: str) -> str:
    return _NAMED.sub(r'\1\2 title="\3"' + "\n", block)


def _outside_code(text: str) -> Iterator[str]:
    return (part for is_code, part in _parts(text) if not is_code)


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    end = 0
    for block in _FENCE.finditer(text):
        yield False, text[end : block.start()]
        yield True, block[0]
        end = block.end()
    yield False, text[end:]


def write(pages: Mapping[str, str | bytes], folder: Path) -> None:
    """Write pages below a folder."""
    for path, text in pages.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode() if isinstance(text, str) else text)

"""A page in a real browser: Chromium without a window, which acts on the page and tells what became of it."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for path in map(shutil.which, NAMES) if path), None)

_OPTIONS = (
    *(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--disable-background-networking",
        "--no-first-run",
    ),
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=1400,900", "--virtual-time-budget=5000"),
    *("--enable-logging=stderr", "--dump-dom"),
)

_HOST = """<!DOCTYPE html>
<meta charset="utf-8">
<iframe id="page" style="border: 0; width: {width}px; height: 800px" srcdoc="{page}"></iframe>
<pre id="result"></pre>
<script>
addEventListener("load", () => {{
  const page = document.getElementById("page").contentDocument;
  const answers = {{}};
  const questions = {{ {questions} }};
  for (const [name, ask] of Object.entries(questions)) answers[name] = ask(page, page.defaultView);
  document.getElementById("result").textContent = JSON.stringify(answers);
}});
</script>
"""
"""The page stands in a frame as narrow as it is to be, under its own policy; what acts on it stands outside."""


@attrs.frozen
class Seen:
    """What came of a visit: the answers, what the browser's console said, and what the page tried to load."""

    answers: dict[str, Any]
    console: tuple[str, ...]
    requests: tuple[str, ...]


def visit(page: str, folder: Path, questions: Mapping[str, str], width: int = 1280) -> Seen:
    """Show a page, and evaluate JavaScript functions of the page and its window, one after the other."""
    host, log = folder / "host.html", folder / "net.json"
    asked = ", ".join(f"{name}: (page, view) => {{ {body} }}" for name, body in questions.items())
    host.write_text(_HOST.format(width=width, page=html.escape(page), questions=asked), "utf-8", errors="replace")
    places = (f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}", host.as_uri())
    done = subprocess.run(  # noqa: S603 - the browser that was found
        [CHROMIUM or "", *_OPTIONS, *places], capture_output=True, check=True, timeout=120
    )
    shown = done.stdout.decode("utf-8", errors="replace")
    result = re.search(r'<pre id="result">(.*?)</pre>', shown, re.DOTALL)
    console = (line for line in done.stderr.decode("utf-8", errors="replace").splitlines() if ":CONSOLE" in line)
    return Seen(json.loads(html.unescape(result[1] if result else "{}")), tuple(console), _requests(log))


def _requests(log: Path) -> tuple[str, ...]:
    """Give what a page asked for; what the browser asks for by itself has no page as its initiator."""
    events = (event.get("params", {}) for event in json.loads(log.read_text("utf-8"))["events"])
    return tuple(each["url"] for each in events if each.get("initiator") not in {None, "not an origin"})

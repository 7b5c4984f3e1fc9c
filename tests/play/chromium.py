"""A page that talks to its server, in a real browser: Chromium driven through a pipe by its DevTools protocol."""

import base64
import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from page.browser import CHROMIUM

_OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
    *("--disable-background-networking", "--remote-debugging-pipe", "--window-size=1280,900"),
)
_SECONDS = 60
_READY = "document.readyState === 'complete' && document.querySelector('#examples button') !== null"


class Tab:
    """A tab that is looked at and typed into. `console` holds what went wrong in it, `requests` what it asked for."""

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive = send, receive
        self._rest, self._count, self._session = b"", 0, ""
        self.console: list[str] = []
        self.requests: list[str] = []

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call a method of the protocol and give what it returns."""
        self._count += 1
        message: dict[str, object] = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while (reply := self._next()).get("id") != self._count:
            self._note(reply)
        assert "error" not in reply, reply
        return dict(reply["result"])

    def open(self, url: str, ready: str = _READY) -> None:
        """Attach to a new tab, and show a page in it, until an expression of the page is true."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Page.navigate", url=url)
        self.until(ready)

    def ask(self, expression: str) -> Any:
        """Evaluate JavaScript in the page."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until an expression of the page is true."""
        end = time.monotonic() + _SECONDS
        while not self.ask(expression):
            assert time.monotonic() < end, f"never true: {expression}; {self.console}"
            time.sleep(0.05)

    def type(self, selector: str, text: str) -> None:
        """Put a text into a field in the place of what it holds, as a keyboard does."""
        self.ask(f"{{ const field = document.querySelector({json.dumps(selector)}); field.focus(); field.select(); }}")
        self.call("Input.insertText", text=text) if text else self.press("Delete")

    def press(self, key: str, text: str = "") -> None:
        """Press a key and let it go."""
        codes = {"Tab": 9, "Enter": 13, "ArrowRight": 39, "ArrowLeft": 37, "Delete": 46, " ": 32}
        names = {"key": key, "code": "Space" if key == " " else key, "windowsVirtualKeyCode": codes[key]}
        self.call("Input.dispatchKeyEvent", type="keyDown", **names, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **names)

    def shape(self, width: int, height: int = 900, *, is_dark: bool = False) -> None:
        """Make the window as wide and as dark as a screen may be."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}]
        self.call("Emulation.setEmulatedMedia", features=scheme)

    def picture(self, path: Path) -> None:
        """Take a picture of the whole page."""
        data = self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        path.write_bytes(base64.b64decode(data))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            read = os.read(self._receive, 1 << 16)
            assert read, "the browser has ended"
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))

    def _note(self, event: dict[str, Any]) -> None:
        match event:
            case {"method": "Runtime.exceptionThrown" | "Log.entryAdded" | "Runtime.consoleAPICalled"}:
                self.console.append(json.dumps(event["params"], ensure_ascii=False)[:500])
            case {"method": "Network.requestWillBeSent", "params": {"request": {"url": url}}}:
                self.requests.append(url)


@contextmanager
def chromium(folder: Path) -> Iterator[Tab]:
    """Run the browser with a profile of its own in a folder."""
    their_in, our_out = os.pipe()
    our_in, their_out = os.pipe()

    def take_pipes() -> None:
        """Let the browser read from 3 and write to 4; ends that have these numbers already make way first."""
        read, write = os.dup(their_in), os.dup(their_out)
        os.dup2(read, 3)
        os.dup2(write, 4)

    profile = f"--user-data-dir={folder / 'profile'}"
    browser = subprocess.Popen(  # noqa: S603 - the browser that was found
        [CHROMIUM or "", *_OPTIONS, profile],
        close_fds=False,
        preexec_fn=take_pipes,  # noqa: PLW1509 - nothing else offers numbers of our choice
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(their_in)
    os.close(their_out)
    try:
        yield Tab(our_out, our_in)
    finally:
        os.close(our_out)
        os.close(our_in)
        browser.terminate()
        browser.wait(timeout=30)

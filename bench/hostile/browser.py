"""A real Chromium that tells what ran and what called out: every element hovered, focused and clicked.

Pages come from a loopback server. Everything else Chromium wants goes through a proxy of our own that only counts.
The pages' own policy is set aside, so that what is measured is that no text of theirs becomes markup in the first
place; `policy=True` keeps it.
"""

from __future__ import annotations

import socketserver
import threading
import time

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.actions.action_builder import ActionBuilder

RAN = "RAN-A-SCRIPT"
_WIDTH, _HIGHEST = 1280, 16_000
_HEAR = f"""(() => {{
  const tell = name => (...words) => {{ console.error('{RAN} ' + name + ' ' + String(words[0]).slice(0, 60)); }};
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = tell(name);
  document.write = tell('write');
}})()"""
_EACH = """const documents = [];
const gather = at => { documents.push(at); for (const frame of at.querySelectorAll('iframe, frame')) {
  try { if (frame.contentDocument) gather(frame.contentDocument); } catch { /* a frame of its own origin */ } } };
gather(document);"""
_KEEP_HERE = f"""{_EACH}
for (const at of documents) {{
  at.addEventListener('click', event => {{
    const link = event.target.closest && event.target.closest('a, area');
    if (link && /^(https?|file|mailto):$/.test(link.protocol)) event.preventDefault();
  }}, true);
  for (const one of at.querySelectorAll('details')) one.open = true;
}}"""
_STIR = f"""{_EACH}
const kinds = ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'mousemove', 'pointerdown', 'mousedown',
  'mouseup', 'mouseout', 'mouseleave', 'dblclick', 'contextmenu', 'focusin', 'keydown', 'keyup', 'input', 'change',
  'scroll', 'wheel', 'drag', 'dragstart', 'copy', 'toggle', 'submit', 'blur'];
let touched = 0;
for (const at of documents) for (const one of at.querySelectorAll('*')) {{
  for (const kind of kinds) one.dispatchEvent(new MouseEvent(kind, {{bubbles: kind !== 'toggle', cancelable: true}}));
  if (one.focus) one.focus();
  if (one.click) one.click(); else one.dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}));
  touched++;
}}
if (document.activeElement && document.activeElement.blur) document.activeElement.blur();
return touched"""
_ITS_OWN = (".google.com:", ".googleapis.com:", ".google.com/", ".googleapis.com/", ".gvt1.com")
"""Where Chromium calls by itself, whatever page is open."""
_PLACES = """return [...document.querySelectorAll('body *')].map(one => one.getBoundingClientRect())
  .filter(box => box.width > 0 && box.height > 0)
  .map(box => [Math.round(box.x + Math.min(box.width, 40) / 2), Math.round(box.y + box.height / 2)])
  .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)"""


class Leaks:
    """A proxy that lets nothing through and remembers what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Heard(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                line = self.rfile.readline(65_536).decode("latin-1").strip()
                asked.append(" ".join(line.split()[:2]))
                body = b"alert('from outside')"
                kind = b"text/javascript" if b".js" in line.encode("latin-1") else b"text/css"
                head = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                self.wfile.write(head % (kind, len(body)) + body)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Heard)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Witness(webdriver.Chrome):
    """Chromium that notes what a page runs and asks for. `home` is the address that is no leak."""

    def __init__(self, leaks: Leaks, home: str, *, policy: bool = False) -> None:
        options = webdriver.ChromeOptions()
        host = home.removeprefix("http://").rstrip("/")
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
            "--disable-popup-blocking", "--disable-background-networking", "--disable-component-update",
            "--disable-default-apps", "--disable-dev-shm-usage", "--disable-search-engine-choice-screen",
            "--autoplay-policy=no-user-gesture-required",
            "--disable-features=OptimizationHints,Translate,MediaRouter,CertificateTransparencyComponentUpdater",
            f"--proxy-server=http://127.0.0.1:{leaks.port}", f"--proxy-bypass-list=<-loopback>;{host}",
        ):  # fmt: skip
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        options.set_capability("unhandledPromptBehavior", "accept")
        options.add_experimental_option("prefs", {"net.network_prediction_options": 2})  # no guessing at links
        super().__init__(options=options, service=Service("/usr/bin/chromedriver"))
        self._leaks = leaks
        self.set_page_load_timeout(15)
        self.set_script_timeout(15)
        self.execute_cdp_cmd("Page.enable", {})
        self.execute_cdp_cmd("Page.setBypassCSP", {"enabled": not policy})
        self.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _HEAR})
        size = {"width": _WIDTH, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.elements = 0
        self.looked: object = None

    def visit(self, address: str, *, by_hand: bool = False, look: str = "") -> list[str]:
        """Open a page, touch everything in it and its frames, and return what ran and what was asked for outside.

        `by_hand`: with the real mouse too, on each element. What the script `look` returns before goes into `looked`.
        """
        asked_before = len(self._leaks.asked)
        self.get_log("browser")
        try:
            self.get(address)
            if look:
                time.sleep(0.15)  # scripts of ours that fetch come after the load
                self.looked = self.execute_script(look)
            self.execute_script(_KEEP_HERE)
            if by_hand:
                self._by_hand()
            self.elements += int(self.execute_script(_STIR) or 0)
            time.sleep(0.05)
            self.execute_script("return 1")
        except WebDriverException as error:
            return [f"the page broke: {str(error).splitlines()[0]}", *self._said(asked_before)]
        return self._said(asked_before)

    def _by_hand(self) -> None:
        height = min(_HIGHEST, int(self.execute_script("return document.documentElement.scrollHeight")))
        size = {"width": _WIDTH, "height": max(900, height), "deviceScaleFactor": 1, "mobile": False}
        self.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        hand = ActionBuilder(self, duration=0)
        for x, y in dict.fromkeys(map(tuple, self.execute_script(_PLACES))):
            hand.pointer_action.move_to_location(x, y).click()
        hand.perform()

    def _said(self, asked_before: int) -> list[str]:
        ran = [said["message"][:200] for said in self.get_log("browser") if self._is_telling(said["message"])]
        asked = self._leaks.asked[asked_before:]
        return [*ran, *(one for one in asked if not any(host in one for host in _ITS_OWN))]

    @staticmethod
    def _is_telling(message: str) -> bool:
        return RAN in message or "Content Security Policy" in message or "Refused to" in message

# SPDX-License-Identifier: Apache-2.0
"""Chromium without a screen and without a network, for the tests of the page."""

import base64
import json
import shutil
import sys
from pathlib import Path

import pytest

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
needs_browser = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="no chromium and chromedriver (scripts/setup)"
)
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # which a container does not let it have; the pages are our own
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--window-size=1280,900",
)
READY = """
const done = arguments[0];
if (!window.gelubench) done("the page's script did not run");
else gelubench.ready.then(() => done(""), (error) => done(String(error.stack)));
"""


class Page:
    """One browser, one page at a time."""

    def __init__(self):
        from selenium import webdriver  # noqa: PLC0415
        from selenium.webdriver.chrome.service import Service  # noqa: PLC0415

        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in FLAGS:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(DRIVER))
        self.driver.set_script_timeout(60)

    def open(self, path: Path) -> None:
        self.messages(), self.requests()
        self.driver.get(path.as_uri())
        assert self.driver.execute_async_script(READY) == ""

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def show(self, **state) -> None:
        """Sets controls and waits until all is drawn."""
        script = (
            "const done = arguments[1]; Object.assign(gelubench.state, arguments[0]);"
            "gelubench.show().then(() => done(''), (error) => done(String(error.stack)));"
        )
        assert self.driver.execute_async_script(script, state) == ""

    def messages(self) -> list[str]:
        """What the console said since the last call, warnings and errors."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Addresses that were asked for since the last call, but for the page itself."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return [url for url in found if not url.startswith(("file:", "data:"))]

    def emulate(self, dark: bool = False, width: int = 1280, height: int = 900) -> None:
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)

    def close(self) -> None:
        self.driver.quit()

    def picture(self, path: Path, height: int) -> None:
        """The upper part of the page as PNG."""
        clip = {"x": 0, "y": 0, "width": 1280, "height": height, "scale": 1}
        wanted = {"captureBeyondViewport": True, "clip": clip}
        found = self.driver.execute_cdp_cmd("Page.captureScreenshot", wanted)
        path.write_bytes(base64.b64decode(found["data"]))


if __name__ == "__main__":  # browser.py REPORT.html PICTURE.png: the picture of a README
    shown = Page()
    shown.emulate()
    shown.open(Path(sys.argv[1]).resolve())
    shown.picture(Path(sys.argv[2]), 1330)
    shown.close()

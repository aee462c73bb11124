"""Debian's Chromium for the tests in a browser: found, or installed where it is missing and this may be done.

`python -m tests.web.browser.install` never fails: where there is no apt-get, no right to use it or no network, it says
so, and the tests that need a browser are skipped with the reason.
"""

from __future__ import annotations

import os
import shutil
import subprocess

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LONGEST = 300  # seconds for one step of the installation


def find() -> str | None:
    """Where the browser is, if there is one."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def install() -> str:
    """Installs it if it is missing; what there is to say about that, empty for nothing."""
    if find():
        return ""
    if not shutil.which("apt-get"):
        return "no Chromium and no apt-get: tests in a browser will be skipped"
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if root and not shutil.which("sudo"):
        return "no Chromium, and neither root nor sudo to install it: tests in a browser will be skipped"
    for step in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        try:
            subprocess.run([*root, "apt-get", "--quiet", *step], check=True, timeout=LONGEST, stdin=subprocess.DEVNULL)
        except (subprocess.SubprocessError, OSError) as error:
            return f"Chromium could not be installed ({error}): tests in a browser will be skipped"
    return "Debian's Chromium was installed for the tests in a browser"


if __name__ == "__main__":
    if said := install():
        print(said)

"""What the pages borrow is what was published: checksums, licences, versions, and no library that nothing uses."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src" / "imbroglio" / "web" / "static"
VENDOR = STATIC / "vendor"
SUMS = dict(line.split("  ")[::-1] for line in (VENDOR / "SUMS").read_text(encoding="utf-8").splitlines())
MODULES = sorted(VENDOR.rglob("*.js"))
FOLDERS = sorted(folder for folder in VENDOR.iterdir() if folder.is_dir())


def test_every_file_has_its_checksum() -> None:
    files = {str(f.relative_to(VENDOR)): f for f in VENDOR.rglob("*") if f.is_file() and f.name != "SUMS"}
    assert {name: hashlib.sha256(f.read_bytes()).hexdigest() for name, f in files.items()} == SUMS


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_folders_carry_the_pinned_version_and_a_licence(folder: Path) -> None:
    pinned = json.loads((ROOT / "vendor" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert folder.name in {f"{name}-{version}" for name, version in pinned.items()}
    licence = (folder / "LICENSE").read_text(encoding="utf-8").replace("\n", " ")
    assert re.search(r"MIT License|Permission to use, copy, modify,? and/or distribute|Redistribution and use", licence)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_modules_stand_alone(module: Path) -> None:
    """A module that imported a bare name would not load; one that builds code from strings would break the policy."""
    text = module.read_text(encoding="utf-8")
    assert re.search(r"\bexport\s*(\{|default)", text)
    assert not re.search(r"\bimport\s*[\"{*']", text)
    assert not re.search(r"\bnew Function\b|\beval\(", text)

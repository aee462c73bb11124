"""The rules of the house that no linter knows: sizes, imports, locks, addresses, and pages that tell the truth."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks import score
from docs import generate, sessions

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "imbroglio"
CODE = sorted(p for top in ("src", "tests", "training", "benchmarks", "docs") for p in (ROOT / top).rglob("*.py"))
EXAMPLES = sorted((ROOT / "examples").glob("20*.md"))

LINES_OF_A_FILE, LINES_OF_A_FUNCTION, FILES_OF_A_FOLDER = 400, 40, 14
DISTRIBUTION = {"yaml": "pyyaml"}  # where the name to import is not the name to install
HEAVY = {"numpy", "onnxruntime", "rich", "spacy", "sqlalchemy", "trafilatura"}
# Licences and citations, and the names that RFC 2606 and RFC 6761 set aside for examples and tests.
HOSTS = (
    "apache.org",
    "creativecommons.org",
    "doi.org",
    "example.com",
    "example.org",
    "example.net",
    "example",
    "localhost",
    "::1",
    "universaldependencies.org",
    "w3.org",  # names of XML vocabularies
)


def imports(file: Path) -> Iterator[str]:
    """Top-level names that a file imports from outside itself."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, its documentation aside."""
    first = function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else function.body[0]
    return (function.end_lineno or 0) - first.lineno + 1


def committed() -> list[Path]:
    """All text files under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return [f for f in files if f.is_file() and b"\0" not in f.read_bytes()[:8000]]


def test_files_and_functions_are_short() -> None:
    long = [
        f"{f.relative_to(ROOT)}: {n} lines"
        for f in CODE
        if (n := len(f.read_text("utf-8").splitlines())) > LINES_OF_A_FILE
    ]
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (n := length(node)) > LINES_OF_A_FUNCTION:
                long.append(f"{file.relative_to(ROOT)}:{node.lineno} {node.name}: {n} lines")
    assert not long, "\n".join(long)


def test_folders_are_small() -> None:
    tests = ROOT / "tests"  # a test folder may stand for a whole package
    folders = {file.parent for file in CODE if not file.is_relative_to(tests)}
    sizes = {str(folder.relative_to(ROOT)): len(list(folder.glob("[!_]*.py"))) for folder in folders}
    assert not {folder: size for folder, size in sizes.items() if size > FILES_OF_A_FOLDER}


def test_the_model_needs_only_the_standard_library_and_does_no_io() -> None:
    allowed = {"__future__", "collections", "dataclasses", "datetime", "enum", "hashlib", "typing", "imbroglio"}
    used = {name for file in (PACKAGE / "model").glob("*.py") for name in imports(file)}
    assert used <= allowed


def test_what_is_imported_is_what_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.match(r"[\w-]+", line).group().lower() for line in project["dependencies"]}  # type: ignore[union-attr]
    used = {name for file in PACKAGE.rglob("*.py") for name in imports(file)} - sys.stdlib_module_names - {"imbroglio"}
    assert {DISTRIBUTION.get(name, name) for name in used} == declared


def test_every_data_file_is_shipped() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    shipped = tools["setuptools"]["package-data"]["*"]
    data = [f for f in PACKAGE.rglob("*") if f.is_file() and f.suffix != ".py" and "__pycache__" not in f.parts]
    assert not [f.name for f in data if not any(fnmatch(f.name, pattern) for pattern in shipped)]


def test_importing_the_package_is_light() -> None:
    code = "import sys, imbroglio; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "imbroglio" in loaded
    assert not HEAVY & set(loaded)


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda lock: lock.name)
def test_locks_are_hashed_and_hold_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all(re.match(r"[\w.-]+==\S+", entry) and "--hash=sha256:" in entry for entry in entries)
    assert "://" not in text and "index" not in text and "find-links" not in text


def test_no_network_address_in_committed_files() -> None:
    found = []
    for file in committed():
        if file.is_relative_to(PACKAGE / "web" / "static" / "vendor"):  # as published; tests/web/test_vendor.py
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        for address in re.findall(r"\b(?:https?|ftp)://[\w.@:-]+", text):
            host = urlsplit(address).hostname or ""
            if not any(host == known or host.endswith("." + known) for known in HOSTS):
                found.append(f"{file.relative_to(ROOT)}: {address}")
        found += [
            f"{file.relative_to(ROOT)}: {ip}" for ip in re.findall(r"\b(?:10|192\.168)(?:\.\d{1,3}){2,3}\b:\d+", text)
        ]
    assert not found, "\n".join(found)


def test_examples_are_short_dispatches_with_outlet_and_date() -> None:
    assert 8 <= len(EXAMPLES) <= 12
    for file in EXAMPLES:
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        fields = dict(line.split(": ", 1) for line in head.splitlines())
        assert list(fields) == ["title", "source", "published"], file.name
        assert file.name.startswith(fields["published"]), file.name
        assert 100 <= len(body.split()) <= 250, file.name


def test_every_example_is_explained() -> None:
    listed = re.findall(r"`(20[\w-]+\.md)`", (ROOT / "examples" / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == [file.name for file in EXAMPLES]


@pytest.mark.parametrize("page", sessions.PAGES, ids=lambda page: page.name)
def test_sessions_are_what_the_program_prints(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert sessions.SESSION.search(text), "a page that shows no session proves nothing"
    assert not sessions.is_stale(text, sessions.refresh(text)), (
        f"{page.name} shows what is not printed: run `make docs`"
    )


def test_a_page_is_stale_when_more_changes_than_rounding() -> None:
    printed = "".join(f"claim {n} · trust 0.{n}\n" for n in range(20, 40))
    page = f"Text\n```console\n$ imbroglio brief a\n{printed}```\n"
    assert not sessions.is_stale(page, page.replace("claim 25 · trust 0.25\n", "").replace("0.30", "0.31"))
    assert sessions.is_stale(page, page.replace("trust", "belief"))
    assert sessions.is_stale(page, page.replace("brief", "claims"))
    assert sessions.is_stale(page, page.replace("Text", "Other text"))


@pytest.mark.parametrize("page", generate.PAGES)
def test_generated_pages_are_up_to_date(page: str) -> None:
    committed_page = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert committed_page == generate.PAGES[page](), f"docs/{page} is stale: run `make docs`"


def test_the_published_scores_are_the_frozen_ones() -> None:
    assert score.TABLE.read_text(encoding="utf-8") == score.page(json.loads(score.RESULTS.read_text(encoding="utf-8")))


def test_pages_link_to_files_that_exist() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert not broken, "\n".join(broken)

"""`install`: an entry that starts this program, with its files tied to it; all of it taken away again."""

from __future__ import annotations

import configparser
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from app import paths
from app.commands import parser
from app.commands.installing import APP_ID, desktop_files

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have installers")
SUFFIXES = {"*.plainspoken", "*.plainspoken-summary"}


def entry_of(content: str) -> configparser.SectionProxy:
    read = configparser.RawConfigParser(strict=True)
    read.optionxform = str  # type: ignore[method-assign,assignment]
    read.read_string(content)
    return read["Desktop Entry"]


def started(entry: configparser.SectionProxy) -> list[str]:
    """The words that a desktop makes of the Exec line."""
    assert entry["Exec"].endswith(" %F")
    words = re.findall(r'"((?:[^"\\]|\\.)*)"', entry["Exec"].replace("\\\\", "\\"))
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words]


def test_it_is_in_the_menu_and_gone_again(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = home / "data" / "applications" / "of-another.desktop"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    assert parser.run(["install", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["folder"] == str(home / "data") and all((home / "data" / file).is_file() for file in told["files"])
    entry = entry_of((home / "data" / "applications" / f"{APP_ID}.desktop").read_text("utf-8"))
    assert started(entry) == paths.own_command()
    done = subprocess.run([*started(entry), "--help"], cwd=entry["Path"], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "import" in done.stdout, "the entry starts this program"
    assert parser.run(["install", "--remove"]) == 0
    assert not any((home / "data" / file).exists() for file in told["files"]) and own.read_text() == "mine"


def test_every_type_of_the_entry_has_its_files_and_its_icon() -> None:
    files = desktop_files(["/opt/plainspoken/plainspoken"])
    entry = entry_of(files[f"applications/{APP_ID}.desktop"].decode())
    types = set(filter(None, entry["MimeType"].split(";")))
    described = etree.fromstring(files[f"mime/packages/{APP_ID}.xml"])
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    assert set(described.xpath("//m:mime-type/@type", namespaces=space)) == types
    assert set(described.xpath("//m:glob/@pattern", namespaces=space)) == SUFFIXES
    for kind in types:
        assert f"icons/hicolor/scalable/mimetypes/{kind.replace('/', '-')}.svg" in files
    store = etree.fromstring(files[f"metainfo/{APP_ID}.metainfo.xml"])
    assert store.findtext("id") == APP_ID and store.findtext("launchable") == f"{APP_ID}.desktop"
    assert set(store.xpath("//mediatype/text()")) == types


def test_a_place_with_odd_letters_is_quoted() -> None:
    program = '/home/Ana & Bo/100 % "plain" $HOME/`x`\\y/plainspoken'
    entry = entry_of(desktop_files([program])[f"applications/{APP_ID}.desktop"].decode())
    assert started(entry) == [program] and "Path" not in entry


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert parser.run(["install", "--to", str(tmp_path / "file")]) == 2
    assert "--to" in capsys.readouterr().err

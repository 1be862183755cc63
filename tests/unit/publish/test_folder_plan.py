"""The plan for a folder that an earlier export wrote."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import ExportFault
from app.model.paper import Paper
from app.model.site import Site
from app.model.summary import Summary
from app.publish.folder_plan import folder_plan
from app.publish.manifest import MANIFEST, Manifest, digest
from app.publish.site import html_files, json_files, site_files

ONE = Summary(id="1", slug="rats-2021", status="published", paper=Paper(title="Rats"), key_findings=("One.", "Two."))
TWO = replace(ONE, id="2", slug="mice-2022", paper=Paper(title="Mice"))
FORMS: dict[str, Callable[..., object]] = {"site": site_files, "html": html_files, "json": json_files}


def exported(folder: Path, form: str) -> Path:
    hashes = {}
    for path, data in FORMS[form]([ONE, TWO], Site()):  # type: ignore[attr-defined]
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
        hashes[path] = digest(data)
    (folder / MANIFEST).write_bytes(Manifest().after(form, hashes).to_bytes())
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_nothing_changed(form: str, tmp_path: Path) -> None:
    plan = folder_plan(exported(tmp_path, form), form, [ONE, TWO], Site())
    assert (plan.changes, plan.unchanged) == (0, 2)


@pytest.mark.parametrize("form", FORMS)
def test_one_changed_one_gone_one_new(form: str, tmp_path: Path) -> None:
    folder = exported(tmp_path, form)
    changed = replace(ONE, key_findings=("One.", "Three."))
    new = replace(TWO, id="3", slug="cats-2024", paper=Paper(title="Cats"))
    plan = folder_plan(folder, form, [changed, new], Site())
    assert [page.slug for page in plan.new] == ["cats-2024"]
    assert [page.slug for page in plan.changed] == ["rats-2021"]
    assert [page.slug for page in plan.removed] == ["mice-2022"]
    if form != "html":  # a page alone cannot say where it changed
        (change,) = plan.changed[0].changes
        assert (change.section, change.before, change.after) == ("key_findings[1]", "Two.", "Three.")
        assert plan.removed[0].title == "Mice"


def test_without_a_folder_or_in_an_empty_one_all_is_new(tmp_path: Path) -> None:
    assert len(folder_plan(None, "site", [ONE, TWO], Site()).new) == 2
    assert len(folder_plan(tmp_path / "not there", "site", [ONE, TWO], Site()).new) == 2


def test_a_page_that_its_owner_took_away_counts_as_changed(tmp_path: Path) -> None:
    folder = exported(tmp_path, "json")
    changed = replace(ONE, key_findings=("One.", "Three."))
    (folder / "rats-2021.json").unlink()
    assert [page.slug for page in folder_plan(folder, "json", [changed, TWO], Site()).changed] == ["rats-2021"]


def test_a_strange_manifest_is_refused(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("{}")
    with pytest.raises(ExportFault):
        folder_plan(tmp_path, "site", [ONE], Site())

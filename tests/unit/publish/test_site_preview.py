"""The page beside the website's settings is the page that will be written."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.errors import ExportFault
from app.model.site import Site
from app.model.summary import Summary
from app.publish.site import site_files
from app.publish.site_preview import PAGES, site_page


def main(html: str) -> str:
    found = re.search(r"<main[^>]*>(.*)</main>", html, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("address", sorted(PAGES))
@pytest.mark.parametrize("theme", ["calm", "clear"])
def test_it_is_the_page_of_the_export_in_one_piece(
    sample: tuple[Summary, ...], site: Site, address: str, theme: str
) -> None:
    site = replace(site, theme=theme)
    html = site_page(address, sample, site)
    path = f"research/{sample[0].slug}/index.html" if address == "research/" else f"{address}index.html"
    assert main(html) == main(dict(site_files(sample, site))[path].decode())
    assert "<style>" in html and 'rel="stylesheet"' not in html and "script-src &#39;none&#39;" in html


def test_without_summaries_and_with_a_theme_that_is_gone(site: Site) -> None:
    assert "No summaries are published yet" in site_page("research/", (), site)
    with pytest.raises(ExportFault, match="There is no theme “gone”"):
        site_page("", (), replace(site, theme="gone"))

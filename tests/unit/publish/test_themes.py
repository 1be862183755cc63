"""Themes are data: the writer's own are found, run in a sandbox, and told of by file and line when they are broken."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from app import paths
from app.errors import ExportFault
from app.model.site import Site
from app.model.summary import Summary
from app.publish.page import page_html, preview_html
from app.publish.site import site_files
from app.publish.themes import forget_themes, theme, themes

FOLDER = "themes"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A theme of the writer's own, `plain`: a style, a manifest, and one template that says so."""
    monkeypatch.setenv("PLAINSPOKEN_HOME", str(tmp_path))
    forget_themes()
    folder = tmp_path / FOLDER / "plain"
    (folder / "templates").mkdir(parents=True)
    manifest(folder)
    (folder / "style.css").write_text("body { color: black }", encoding="utf-8")
    write(folder, "crumbs.html", "<p>Our own crumbs</p>\n")
    return folder


def manifest(folder: Path, **more: object) -> None:
    (folder / "theme.json").write_text(json.dumps({"name": "Plain", "style": "style.css"} | more), encoding="utf-8")


def write(folder: Path, template: str, text: str) -> None:
    (folder / "templates" / template).write_text(text, encoding="utf-8")


def fault(summary: Summary, site: Site, name: str = "plain") -> str:
    forget_themes()
    with pytest.raises(ExportFault) as raised:
        list(site_files([summary], replace(site, theme=name)))
    return str(raised.value)


def test_an_own_theme_changes_what_it_has_and_takes_the_rest_from_calm(own: Path, full: Summary, site: Site) -> None:
    files = dict(site_files([full], replace(site, theme="plain")))
    page = files[f"research/{full.slug}/index.html"].decode()
    assert "Our own crumbs" in page and "Simple Explanation" in page
    assert files["theme/style.css"] == b"body { color: black }"
    assert {path for path in files if path.startswith("theme/")} == {
        "theme/style.css", "theme/icon.svg", "theme/search.js",
    }  # fmt: skip
    assert own.is_dir()


def test_the_sandbox_makes_the_same_pages(own: Path, full: Summary, site: Site) -> None:
    (own / "templates" / "crumbs.html").unlink()
    forget_themes()
    ours, theirs = page_html(full, site), page_html(full, replace(site, theme="plain"))
    assert re.sub('<link rel="preload".*\n', "", ours) == theirs


def test_themes_are_offered_the_broken_ones_with_what_is_wrong(own: Path) -> None:
    (own.parent / "half").mkdir()
    (own.parent / ".hidden").mkdir()
    (own.parent / "calm").mkdir()  # does not stand before ours
    offered = {theme.name: theme for theme in themes()}
    assert next(iter(offered)) == "calm" and not offered["calm"].is_own and not offered["calm"].fault
    assert offered["plain"].title == "Plain" and offered["plain"].is_own
    assert "theme.json is missing" in offered["half"].fault
    assert set(offered) == {"calm", "clear", "plain", "half"}


@pytest.mark.parametrize("name", ["", "none", "../calm", "/etc", "calm/templates"])
def test_a_theme_that_is_not_there_is_a_sentence_and_the_preview_goes_on(name: str, full: Summary, site: Site) -> None:
    assert fault(full, site, name).startswith(f"There is no theme “{name}”. There are: calm, clear")
    assert preview_html(full, replace(site, theme=name)) == preview_html(full, site)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("one\n{% if %}\n", r"crumbs\.html, line 2: "),
        ("\n\n{{ nobody.knows }}", r"crumbs\.html, line 3: 'nobody' is undefined"),
        ("{{ page.nothing.here }}", r"crumbs\.html, line 1: .*nothing"),
        ("{% include 'gone.html' %}", r"has no gone\.html"),
        ("{% include '../../../secret.html' %}", r"has no \.\./\.\./\.\./secret\.html"),
        ("{% include 'crumbs.html' %}", r"crumbs\.html, line 1: it includes or calls itself"),
        ("{{ 1 / 0 }}", r"crumbs\.html, line 1: division by zero"),
        ("{{ links.page.__globals__ }}", r"crumbs\.html, line 1: .*unsafe"),
        ("{{ ''.__class__.__mro__ }}", r"crumbs\.html, line 1: .*unsafe"),
        ("{{ site.pictures.append(1) }}", r"crumbs\.html, line 1: .*append"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", r"turn more than 200,000"),
        ("{{ 'x' * 999999999 }}", r"crumbs\.html, line 1: “\*” is for numbers only"),
        ("{{ 9 ** 999999999 }}", r"crumbs\.html, line 1: “\*\*” is for numbers only"),
    ],
)
def test_a_broken_template_is_a_sentence_with_file_and_line(
    own: Path, full: Summary, site: Site, template: str, said: str
) -> None:
    write(own, "crumbs.html", template)
    sentence = fault(full, site)
    assert re.search(said, sentence), sentence
    assert sentence.endswith(".")
    assert preview_html(full, replace(site, theme="plain")) == preview_html(full, site)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", r"theme\.json cannot be read as a theme \(line 1: "),
        ("[]", "it names no style"),
        ('{"style": 3}', "it names no style"),
        ("[" * 100_000, "cannot be read as a theme"),
        ('{"style": "' + "x" * 5000 + '.css"}', "which is not there"),
        ('{"style": "other.css"}', "names “other.css”, which is not there"),
        ('{"style": "../../secret.css"}', "names “../../secret.css”, which is not there"),
        ('{"style": "style.css", "preload": ["fonts/x.woff2"]}', "names “fonts/x.woff2”, which is not there"),
        ('{"style": "style.css", "preload": "x"}', "“preload” has to be a list"),
        ('{"style": "style.css", "version": 2}', "newer Plainspoken"),
        (None, "theme.json is missing"),
    ],
)
def test_a_bad_manifest_is_a_sentence(own: Path, full: Summary, site: Site, text: str | None, said: str) -> None:
    (own.parent.parent / "secret.css").write_text("secret", encoding="utf-8")
    if text is None:
        (own / "theme.json").unlink()
    else:
        (own / "theme.json").write_text(text, encoding="utf-8")
    assert re.search(said, fault(full, site))


def test_a_theme_does_not_lead_out_of_its_folder(own: Path, full: Summary, site: Site) -> None:
    secret = own.parent.parent / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    (own / "note.txt").symlink_to(secret)
    assert "leads out of the theme’s folder" in fault(full, site)


@pytest.mark.parametrize(
    "asks",
    [
        '@import "https://fonts.example/all.css";',
        "@IMPORT url(//fonts.example/all.css);",
        "body { background: url( 'http://fonts.example/a.png' ) }",
    ],
)
def test_a_style_that_asks_another_host_is_refused_by_file_and_line(
    own: Path, full: Summary, site: Site, asks: str
) -> None:
    (own / "style.css").write_text(f"/* two\nlines, @import 'https://only.said' */\n{asks}\n", encoding="utf-8")
    said = fault(full, site)
    assert "style.css, line 3," in said and "//fonts.example/a" in said
    assert said in [offered.fault for offered in themes()]


def test_a_style_may_name_hosts_in_comments_and_pictures_of_its_own(own: Path, full: Summary, site: Site) -> None:
    style = '/* from https://fonts.example */ body { background: url("a.png"), url(data:image/png;base64,//8=) }'
    (own / "style.css").write_text(style, encoding="utf-8")
    forget_themes()
    assert dict(site_files([full], replace(site, theme="plain")))["theme/style.css"] == style.encode()


def test_a_theme_with_a_name_no_website_can_have(own: Path, full: Summary, site: Site) -> None:
    (own / "my style.css").write_text("", encoding="utf-8")
    assert "needs a name of letters, digits" in fault(full, site)


def test_what_is_no_part_of_a_website_stays_at_home(own: Path, full: Summary, site: Site) -> None:
    for name in ("README.md", ".hidden.css", "drawing.psd", "theme.css~"):
        (own / name).write_text("mine", encoding="utf-8")
    names = {path for path, _ in site_files([full], replace(site, theme="plain")) if path.startswith("theme/")}
    assert names == {"theme/style.css", "theme/icon.svg", "theme/search.js"}


def test_a_mended_theme_is_read_anew(own: Path, full: Summary, site: Site) -> None:
    write(own, "crumbs.html", "{% if %}")
    assert "line 1" in fault(full, site)
    write(own, "crumbs.html", "Mended")
    assert any(b"Mended" in data for _, data in site_files([full], replace(site, theme="plain")))


@pytest.mark.parametrize("name", ["calm", "clear"])
def test_every_font_of_a_style_is_there_with_its_licence(name: str) -> None:
    opened = theme(name)
    files = dict(opened.files())
    named = set(re.findall(r'url\("([^"]+)"\)', files["theme/style.css"].decode()))
    fonts = {path.removeprefix("theme/") for path in files if path.endswith(".woff2")}
    assert named == fonts and set(opened.preload) <= fonts
    assert ("theme/fonts/OFL.txt" in files) == bool(fonts)
    assert opened.folder == paths.resources() / "theme" / name

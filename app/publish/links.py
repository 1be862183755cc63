"""How pages point at each other: relative to where they stand, so that a folder on a disk works like a host."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from app.errors import BadInput
from app.model.site import Site
from app.translation import _

_MAIL = re.compile(r"[^\s@<>\"'(),:;]+@[^\s@<>\"'(),:;]+\.[^\s@<>\"'(),:;]+")
_UNSAFE = re.compile('["<>^`{|}]')
_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses that one page uses.

    `root` leads from the page to the site's first folder. A page that is alone (`--format html`) has no others to
    point at; a rooted one (404) may be shown at any depth, so its links start at the host.
    """

    root: str = ""
    is_alone: bool = False
    is_rooted: bool = False

    def page(self, address: str) -> str:
        """The link to the page at an address such as `categories/neurology/`."""
        return f"{self.root}{address}" if self.is_rooted else f"{self.root}{address}index.html"

    def file(self, path: str) -> str:
        """The link to a file of the site."""
        return f"{self.root}{path}"


def links_from(address: str) -> Links:
    """The links of the page at an address such as `research/a-slug/`."""
    return Links("../" * address.count("/"))


def rooted_links(base_url: str) -> Links:
    """The links of a page that a host may show at any depth."""
    return Links(urlsplit(base_url).path or "/", is_rooted=True)


def checked_base_url(text: str) -> str:
    """The site's own address with a slash at its end, or nothing. Raises BadInput when it is no web address."""
    text = text.strip()
    if not text:
        return ""
    if not _WEB.fullmatch(text) or "?" in text or "#" in text:
        raise BadInput(
            _("“{text}” is not the address of a website. It should look like https://example.org/.").format(text=text)
        )
    return quote(text.rstrip("/"), safe=":/%[]~") + "/"


def web_href(text: str) -> str:
    """The text when it is an http(s) address, else nothing; signs that no address may have are percent-encoded."""
    text = text.strip()
    return _UNSAFE.sub(lambda sign: quote(sign[0]), text) if _WEB.fullmatch(text) else ""


def doi_href(doi: str) -> str:
    """The address at which the DOI resolver answers for a bare DOI."""
    return "https://doi.org/" + _quoted(doi.strip(), "/:;()._-") if doi.strip() else ""


def target_href(target: str, subject: str = "", **answers: str) -> str:
    """The link for a contact, subscribe or feedback target: mail or web; nothing when it is neither (no dead form)."""
    target = target.strip()
    mail = target.removeprefix("mailto:")
    if _MAIL.fullmatch(mail):
        about = f"?subject={_quoted(subject)}" if subject else ""
        return f"mailto:{_quoted(mail, '@')}{about}"
    if not web_href(target):
        return ""
    if not answers:
        return target
    return f"{target}{'&' if '?' in target else '?'}{urlencode(answers, errors='replace')}"


def _quoted(text: str, safe: str = "") -> str:
    """Percent-encoded; half a surrogate pair, which has no UTF-8, becomes a question mark."""
    return quote(text, safe=safe, errors="replace")


def forms_of(site: Site) -> tuple[str, ...]:
    """Where readers' messages go, of the targets that are on the web: a host answers there, not a file of the site."""
    targets = (site.contact_target, site.subscribe_target, site.feedback_target)
    return tuple(target.strip() for target in targets if web_href(target))

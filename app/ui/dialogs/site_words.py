"""The words of the form for the website's settings: name in Site, label, hint; and why settings cannot be kept."""

from __future__ import annotations

from app.model.site import Site
from app.translation import _

LINES = (
    ("name", _("Name of the website"), _("It stands at the top of every page.")),
    ("tagline", _("What it is, in one or two sentences"), ""),
    (
        "base_url",
        _("Address on the web"),
        _("For instance https://example.org/. Leave it empty while nobody knows it yet."),
    ),
)
TEXTS = (
    ("about", _("About"), _("Who writes here, and why.")),
    ("disclaimer", _("Disclaimer"), _("What the summaries are not: for instance, medical advice.")),
    ("contact", _("Contact"), _("How people reach you.")),
    ("subscribe", _("Subscribe"), _("What people get when they subscribe.")),
)
TARGETS = (
    (
        "contact_target",
        _("Where messages go"),
        _("A mail address or a web address. Without one there is no contact form."),
    ),
    (
        "subscribe_target",
        _("Where subscriptions go"),
        _("A mail address or a web address. Without one there is no form."),
    ),
    ("feedback_target", _("Where “Was this helpful?” goes"), _("A mail or web address. Without one it is left out.")),
)


def site_fault(site: Site) -> str:
    """Why these settings cannot be kept, or an empty text."""
    if not site.name:
        return _("The website needs a name.")
    if site.base_url and not site.base_url.startswith(("https://", "http://")):
        return _("The address has to begin with https://, as in https://example.org/.")
    return ""

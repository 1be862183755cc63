"""The words of the form for the website's settings: name in Site, label, hint; and why settings cannot be kept."""

from __future__ import annotations

from app.errors import BadInput
from app.model.site import Site
from app.publish.links import checked_base_url, target_href
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
    try:
        checked_base_url(site.base_url)
    except BadInput as fault:
        return str(fault)
    return ""


def target_fault(site: Site) -> str:
    """Why a target cannot be kept, or an empty text: a wrong one would leave its form out without a word."""
    for name, label, _hint in TARGETS:
        target = getattr(site, name)
        if target and not target_href(target):
            return _("“{label}” needs a mail address or one that begins with https://, not “{target}”.").format(
                label=label, target=target[:60]
            )
    return ""

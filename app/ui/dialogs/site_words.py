"""The words of the form for the website's settings: name in Site, label, hint; and why settings cannot be kept."""

from __future__ import annotations

from app.model.site import Site

LINES = (
    ("name", "Name of the website", "It stands at the top of every page."),
    ("tagline", "What it is, in one or two sentences", ""),
    ("base_url", "Address on the web", "For instance https://example.org/. Leave it empty while nobody knows it yet."),
)
TEXTS = (
    ("about", "About", "Who writes here, and why."),
    ("disclaimer", "Disclaimer", "What the summaries are not: for instance, medical advice."),
    ("contact", "Contact", "How people reach you."),
    ("subscribe", "Subscribe", "What people get when they subscribe."),
)
TARGETS = (
    ("contact_target", "Where messages go", "A mail address or a web address. Without one there is no contact form."),
    ("subscribe_target", "Where subscriptions go", "A mail address or a web address. Without one there is no form."),
    ("feedback_target", "Where “Was this helpful?” goes", "A mail or web address. Without one it is left out."),
)


def site_fault(site: Site) -> str:
    """Why these settings cannot be kept, or an empty text."""
    if not site.name:
        return "The website needs a name."
    if site.base_url and not site.base_url.startswith(("https://", "http://")):
        return "The address has to begin with https://, as in https://example.org/."
    return ""

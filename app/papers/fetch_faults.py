"""What can go wrong between us and a service, each as the fault with its sentence: what, where, what to do."""

from __future__ import annotations

from app.errors import LookupFault
from app.papers.services import Service
from app.translation import _


def offline(service: Service, reason: str = "") -> LookupFault:
    """There is no way to the service; or there is one, but whoever answers cannot prove to be it."""
    if "CERTIFICATE" in reason.upper():
        return LookupFault(
            _(
                "Whoever answered in place of {title} could not prove to be it, so nothing was read. "
                "Check this computer’s date, and whether the network asks you to sign in."
            ).format(title=service.title),
            code="not-trusted",
        )
    return LookupFault(
        _("{title} cannot be reached. Check the internet connection, then try again.").format(title=service.title),
        code="offline",
    )


def proxy() -> LookupFault:
    """The system names a proxy of a kind we do not speak, or one that cannot be."""
    return LookupFault(
        _(
            "This computer is set to reach the internet through a proxy that Plainspoken cannot use (SOCKS, or a "
            "broken address). Set an HTTP proxy, then try again."
        ),
        code="refused",
    )


def too_slow(service: Service, *, is_connecting: bool = False) -> LookupFault:
    """It took longer than we wait."""
    if is_connecting:
        return offline(service)
    return LookupFault(
        _("{title} took too long to answer. Try again later.").format(title=service.title), code="too-slow"
    )


def cut_off(service: Service) -> LookupFault:
    """The answer ended in the middle."""
    return LookupFault(
        _("The answer of {title} was cut off in the middle. Try again.").format(title=service.title), code="cut-off"
    )


def refused(service: Service, reason: str) -> LookupFault:
    """Something else that keeps us from asking."""
    return LookupFault(
        _("{title} could not be asked ({reason}). Try again later.").format(title=service.title, reason=reason),
        code="refused",
    )


def redirected(service: Service, where: str) -> LookupFault:
    """It sent us where we do not go."""
    return LookupFault(
        _(
            "{title} sent the question on {where}, where Plainspoken does not go. Try again later; on a "
            "public network, check whether it asks you to sign in."
        ).format(title=service.title, where=where),
        code="redirected",
    )


def too_large(service: Service, most_bytes: int) -> LookupFault:
    """More than we take."""
    return LookupFault(
        _("The answer of {title} is larger than {most_bytes:g} MB and was not read.").format(
            title=service.title, most_bytes=most_bytes / 1000000
        ),
        code="too-large",
    )


def of_status(service: Service, status: int, asked_s: float | None) -> LookupFault:
    """An answer that is a refusal, by its HTTP status."""
    if status == 429:
        pause = (
            _("It asks for a pause of {duration}.").format(duration=_duration(asked_s))
            if asked_s
            else _("Try again in a few minutes.")
        )
        return LookupFault(
            _("{title} has been asked too often. {pause}").format(title=service.title, pause=pause), code="too-many"
        )
    if status >= 500:
        return LookupFault(
            _("{title} has a fault of its own at the moment (status {status}). Try again later.").format(
                title=service.title, status=status
            ),
            code="server",
        )
    return LookupFault(
        _("{title} refused the question (status {status}). Try again later.").format(
            title=service.title, status=status
        ),
        code="refused",
    )


def not_data(service: Service, kind: str) -> LookupFault:
    """A web page, or anything else, in the place of data."""
    if "html" in kind:
        return LookupFault(
            _(
                "A web page came in place of the answer of {title}. On a public network, check whether "
                "it asks you to sign in; else try again later."
            ).format(title=service.title),
            code="not-data",
        )
    return LookupFault(
        _("The answer of {title} cannot be read. Try again later.").format(title=service.title), code="not-data"
    )


def service_error(service: Service, message: str) -> LookupFault:
    """A fault reported inside an answer that came as a good one."""
    said = " ".join(message.split())[:160].rstrip(". ")
    return LookupFault(
        _("{title} could not answer: {said}.").format(title=service.title, said=said or _("it gave no reason")),
        code="service-error",
    )


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(round(seconds), 1)} seconds"
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes < 90 else f"{round(seconds / 3600)} hours"

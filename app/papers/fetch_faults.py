"""What can go wrong between us and a service, each as the fault with its sentence: what, where, what to do."""

from __future__ import annotations

from app.errors import LookupFault
from app.papers.services import Service


def offline(service: Service, reason: str = "") -> LookupFault:
    """There is no way to the service; or there is one, but whoever answers cannot prove to be it."""
    if "CERTIFICATE" in reason.upper():
        return LookupFault(
            f"Whoever answered in place of {service.title} could not prove to be it, so nothing was read. "
            "Check this computer’s date, and whether the network asks you to sign in.",
            code="not-trusted",
        )
    return LookupFault(
        f"{service.title} cannot be reached. Check the internet connection, then try again.", code="offline"
    )


def proxy() -> LookupFault:
    """The system names a proxy of a kind we do not speak, or one that cannot be."""
    return LookupFault(
        "This computer is set to reach the internet through a proxy that Plainspoken cannot use (SOCKS, or a broken "
        "address). Set an HTTP proxy, then try again.",
        code="refused",
    )


def too_slow(service: Service, *, is_connecting: bool = False) -> LookupFault:
    """It took longer than we wait."""
    if is_connecting:
        return offline(service)
    return LookupFault(f"{service.title} took too long to answer. Try again later.", code="too-slow")


def cut_off(service: Service) -> LookupFault:
    """The answer ended in the middle."""
    return LookupFault(f"The answer of {service.title} was cut off in the middle. Try again.", code="cut-off")


def refused(service: Service, reason: str) -> LookupFault:
    """Something else that keeps us from asking."""
    return LookupFault(f"{service.title} could not be asked ({reason}). Try again later.", code="refused")


def redirected(service: Service, where: str) -> LookupFault:
    """It sent us where we do not go."""
    return LookupFault(
        f"{service.title} sent the question on {where}, where Plainspoken does not go. Try again later; "
        "on a public network, check whether it asks you to sign in.",
        code="redirected",
    )


def too_large(service: Service, most_bytes: int) -> LookupFault:
    """More than we take."""
    return LookupFault(
        f"The answer of {service.title} is larger than {most_bytes / 1_000_000:g} MB and was not read.",
        code="too-large",
    )


def of_status(service: Service, status: int, asked_s: float | None) -> LookupFault:
    """An answer that is a refusal, by its HTTP status."""
    if status == 429:
        pause = f"It asks for a pause of {_duration(asked_s)}." if asked_s else "Try again in a few minutes."
        return LookupFault(f"{service.title} has been asked too often. {pause}", code="too-many")
    if status >= 500:
        return LookupFault(
            f"{service.title} has a fault of its own at the moment (status {status}). Try again later.", code="server"
        )
    return LookupFault(f"{service.title} refused the question (status {status}). Try again later.", code="refused")


def not_data(service: Service, kind: str) -> LookupFault:
    """A web page, or anything else, in the place of data."""
    if "html" in kind:
        return LookupFault(
            f"A web page came in place of the answer of {service.title}. On a public network, check whether it asks "
            "you to sign in; else try again later.",
            code="not-data",
        )
    return LookupFault(f"The answer of {service.title} cannot be read. Try again later.", code="not-data")


def service_error(service: Service, message: str) -> LookupFault:
    """A fault reported inside an answer that came as a good one."""
    said = " ".join(message.split())[:160].rstrip(". ")
    return LookupFault(f"{service.title} could not answer: {said or 'it gave no reason'}.", code="service-error")


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(round(seconds), 1)} seconds"
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes < 90 else f"{round(seconds / 3600)} hours"

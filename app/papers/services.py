"""The four services that know papers: what they are called, where they are, and how often they may be asked."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

CROSSREF, PUBMED, EUROPEPMC, DATACITE = "crossref", "pubmed", "europepmc", "datacite"


@dataclass(frozen=True, slots=True)
class Service:
    """A service by its short name and the name people know. `per_second` is the most requests it wants in a second."""

    name: str
    title: str
    address: str
    per_second: float

    def host(self) -> str:
        """The host of its address, in small letters."""
        return (urlsplit(self.address).hostname or "").lower()


@dataclass(frozen=True, slots=True)
class Services:
    """The services to ask, and the writer's mail address where they gave one: services treat known senders better."""

    crossref: Service = Service(CROSSREF, "Crossref", "https://api.crossref.org", 5)
    pubmed: Service = Service(PUBMED, "PubMed", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils", 3)
    europepmc: Service = Service(EUROPEPMC, "Europe PMC", "https://www.ebi.ac.uk/europepmc/webservices/rest", 5)
    datacite: Service = Service(DATACITE, "DataCite", "https://api.datacite.org", 5)
    mail: str = ""

    def all(self) -> tuple[Service, ...]:
        """Every service, in the order in which their names are told."""
        return self.crossref, self.pubmed, self.europepmc, self.datacite

    def hosts(self) -> frozenset[str]:
        """The hosts that an answer may lead to."""
        return frozenset(service.host() for service in self.all())


SERVICES = Services()
NAMES = tuple(service.name for service in SERVICES.all())


def services(addresses: Mapping[str, str], mail: str = "") -> Services:
    """The services at other addresses (by short name), where settings name some that may be used; else as they are.

    Crossref answers senders with a mail address ten times a second, others five times.
    """
    known = replace(SERVICES, crossref=replace(SERVICES.crossref, per_second=10)) if mail.strip() else SERVICES
    moved = {
        service.name: replace(service, address=address.rstrip("/"))
        for service in known.all()
        if may_be_asked(address := addresses.get(service.name, ""))
    }
    return replace(known, mail=mail.strip(), **moved)  # type: ignore[arg-type]


def may_be_asked(address: str) -> bool:
    """Whether this is an https address, or one on this machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)))


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"

"""What goes wrong on the way to a git remote, as sentences: one function, with a table of a host's answers."""

from __future__ import annotations

import re

from dulwich.client import HTTPProxyUnauthorized, HTTPUnauthorized
from dulwich.errors import GitProtocolError, HangupException, NotGitRepository, SendPackError

from app.errors import ExportFault
from app.translation import _

FAULTS = (
    HTTPUnauthorized,
    HTTPProxyUnauthorized,
    NotGitRepository,
    SendPackError,
    GitProtocolError,
    HangupException,
    OSError,
)
"""What dulwich raises when a remote, or the way to it, is at fault."""
_HTTP_ANSWER = re.compile(r"http resp (\d{3})")
_NOT_REACHED = ("Failed to establish", "resolve", "refused", "unreachable", "timed out", "No route to host")
_NO_ENTRY = ("Permission denied", "Authentication", "publickey", "Host key")

_BY_KIND: tuple[tuple[type[Exception], str, str], ...] = (
    (
        HTTPUnauthorized,
        "needs-password",
        _(
            "{name} wants a user name and a password, or did not take these. Most hosts take an "
            "access token in place of the password. Nothing was published."
        ),
    ),
    (HTTPProxyUnauthorized, "refused", _("The proxy on the way to {name} wants a password.")),
    (
        NotGitRepository,
        "not-found",
        _("There is no git repository at {name}, or it is not shown to you. Check the address. Nothing was published."),
    ),
    (
        SendPackError,
        "refused",
        _("{name} did not take the new version ({reason}). The branch may be protected. The site there is as it was."),
    ),
)
"""What each kind of fault means, the first that fits: `(kind, code, sentence)`."""

_BY_STATUS = {
    403: (
        "refused",
        _(
            "{name} does not let you write there. Check that your access token may write to this "
            "repository. Nothing was published."
        ),
    ),
    413: (
        "refused",
        _("The new pages are too large for {name} in one piece. Ask the host for its limit. Nothing was published."),
    ),
    429: (
        "cut-off",
        _("{name} had too many requests from here. Wait a few minutes, then publish again. Nothing was published."),
    ),
}
"""What a host's answer over http means, by its number: `(code, sentence)`."""
_ITS_OWN = (
    "cut-off",
    _("{name} answered with a fault of its own ({status}). Try again later. Nothing was published."),
)
_NO_GIT = (
    "refused",
    _("{name} gave an answer that no git host gives ({status}). Check the address. Nothing was published."),
)


def fault_of(error: Exception, name: str) -> ExportFault:
    """One of FAULTS, told about the remote called `name`. Codes `offline` and `cut-off` may pass with time."""
    for kind, code, sentence in _BY_KIND:
        if isinstance(error, kind):
            return ExportFault(sentence.format(name=name, reason=_reason(error)), code=code)
    if answer := _HTTP_ANSWER.search(str(error)):
        return _of_answer(int(answer[1]), name)
    return _of_connection(error, name)


def _of_answer(status: int, name: str) -> ExportFault:
    code, sentence = _BY_STATUS.get(status, _ITS_OWN if status >= 500 else _NO_GIT)
    return ExportFault(sentence.format(name=name, status=status), code=code)


def _of_connection(error: Exception, name: str) -> ExportFault:
    said, whole = _reason(error), str(error)
    if any(word in said for word in _NO_ENTRY):
        return ExportFault(
            _("{name} did not let you in ({said}). Connect once with your git program, then publish again.").format(
                name=name, said=said
            ),
            code="refused",
        )
    if any(word in whole for word in _NOT_REACHED):
        return ExportFault(
            _("{name} could not be reached. Check the address and the connection. Nothing was published.").format(
                name=name
            ),
            code="offline",
        )
    if isinstance(error, FileNotFoundError):
        return ExportFault(
            _("There is no program “ssh” on this computer, or nothing at {name}.").format(name=name), code="not-found"
        )
    return ExportFault(
        _("The connection to {name} broke off ({said}). The site there is as it was; publish again.").format(
            name=name, said=said
        ),
        code="cut-off",
    )


def _reason(error: Exception) -> str:
    said = error.args[0] if error.args else error
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return re.sub(r"//[^/@ ]*@", "//", " ".join(words.split()))[:200] or type(error).__name__

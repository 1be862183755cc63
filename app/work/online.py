"""What every job that asks the internet needs: the services as the settings have them, and one set of turns for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.services import services
from app.papers.turns import Turns
from app.work.jobs import Jobs, Token
from app.work.memory import Memory

if TYPE_CHECKING:
    from app.papers.fetch import Fetcher


class Online:
    """Hands out fetchers. `jobs` is a pool of its own: a slow service never keeps checks or the preview waiting."""

    def __init__(self, jobs: Jobs, memory: Memory) -> None:
        self.jobs = jobs
        self._memory = memory
        self._turns = Turns()

    def fetcher_for(self, token: Token) -> Fetcher:
        """A fetcher for one job, to be used in its thread; it stops when the token is cancelled."""
        from app.papers.fetch import Fetcher  # not before the first question: the window opens without it

        settings = self._memory.settings
        return Fetcher(services(settings.services, settings.mail), self._turns, token.is_cancelled)

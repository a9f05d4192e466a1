"""Stopping a job at its next safe place because a person asked to, not because something failed."""

from dataclasses import dataclass

from helpdesk.domain.progress import Progress, Report


class Paused(Exception):
    """Raised where the job reports, which it does between two batches."""


@dataclass
class Brake:
    pulled: bool = False

    def on(self, report: Report) -> Report:
        """The same report, which ends the job once the brake is pulled."""

        def heard(progress: Progress) -> None:
            report(progress)
            if self.pulled:
                raise Paused

        return heard

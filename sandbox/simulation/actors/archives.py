"""Old papers come out of a cupboard: a box that somebody has to sort."""

from collections.abc import Sequence

from sandbox.core.context import Context
from sandbox.journal import record
from sandbox.journal.payloads import OldPaper, OldPapersFound
from sandbox.simulation.happening import OldPaperSheet

BOX = "archives"


def bring_papers(ctx: Context, papers: Sequence[OldPaperSheet]) -> None:
    """A box of old papers is opened: the journal says until when each must be kept."""
    filing = ctx.setting.procedures.filing
    held = tuple(
        OldPaper(
            kind=paper.kind,
            number=paper.number,
            dated=paper.dated,
            keep_until=filing.folder_of(paper.kind).keeps_until(paper.dated),
            partner_name=paper.partner_name,
            partner=paper.partner,
            direction=paper.direction,
        )
        for paper in papers
    )
    record(ctx, BOX, OldPapersFound(held))

"""What a trainer's screen reads of the incidents of a run."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.core.run import Run
from sandbox.simulation.incident_files import IncidentFile
from sandbox.simulation.models import Incident
from sandbox.simulation.scene import scene_of


def incidents_of(session: Session, run_id: int) -> Sequence[Incident]:
    """Incidents of a run in order: armed, planned, struck (``answers`` says how), given up."""
    found = select(Incident).where(Incident.run_id == run_id).order_by(Incident.id)
    return session.scalars(found).all()


def sheets_of(session: Session, run: Run) -> dict[str, IncidentFile]:
    """The catalogue that a run knows, by name; empty where nobody acts."""
    found = scene_of(session, run.digest)
    return found.incidents if found else {}

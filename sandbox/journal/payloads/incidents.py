"""Verbs of incidents: for the trainer and the evaluator, never for the learner while playing."""

from dataclasses import dataclass

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class IncidentStruck(Payload, verb="incident.struck"):
    """An incident struck; a false alarm asks for a look, and nothing more."""

    incident: str
    kind: str
    false_alarm: bool
    about: str | None
    customer: str | None


@dataclass(frozen=True)
class IncidentAnswered(Payload, verb="incident.answered"):
    """A reaction of the learner was recognised; ``reaction`` is its place in its list."""

    incident: str
    kind: str
    worth: str
    reaction: int
    about: str | None


# What a learner must not see while the run is open: it would give the story away.
BEHIND_THE_SCENES = (IncidentStruck.verb, IncidentAnswered.verb)

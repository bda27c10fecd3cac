"""What ``dialogues/telephone.yaml`` holds: conversations with choices, and what they lead to."""

from dataclasses import dataclass, field

from sandbox.core.units import Minutes
from sandbox.crm.calls import Choice, Node, Script
from sandbox.simulation.incident_files import Consequence


@dataclass(frozen=True, kw_only=True)
class PhoneChoice(Choice):
    """A reply that the learner may choose, and what comes of it later.

    ``dunning`` makes it the telephone step of the collection procedure.
    """

    loyalty: int = 0
    dunning: bool = False
    then: tuple[Consequence, ...] = ()


@dataclass(frozen=True)
class PhoneNode:
    """What the other says, and the replies to choose from; without any, the call ends there."""

    says: str
    choices: dict[str, PhoneChoice] = field(default_factory=dict)


@dataclass(frozen=True)
class PhoneDialogue:
    """A whole conversation; ``rings`` is how long it rings before the voice message is left."""

    subject: str
    nodes: dict[str, PhoneNode]
    start: str
    topic: str = "other"
    voicemail: str = ""
    rings: Minutes = 15

    def __post_init__(self) -> None:
        if self.start not in self.nodes:
            raise ValueError(f"« start » nomme un passage absent : « {self.start} ».")
        for name, node in self.nodes.items():
            for choice in node.choices.values():
                if choice.goes and choice.goes not in self.nodes:
                    text = f"« {name} » mène à « {choice.goes} », qui n'existe pas."
                    raise ValueError(text)

    def script(self) -> Script:
        """The conversation as a call keeps it: without what the learner must not read."""
        return Script(
            self.start, {name: Node(n.says, _plain(n.choices)) for name, n in self.nodes.items()}
        )


def _plain(choices: dict[str, PhoneChoice]) -> dict[str, Choice]:
    kept = ("text", "goes", "mood", "minutes", "proposal", "tells", "topic", "asks_date")
    return {
        name: Choice(**{key: getattr(choice, key) for key in kept})
        for name, choice in choices.items()
    }

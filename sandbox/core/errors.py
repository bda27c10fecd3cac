"""Errors that a rule of the company can raise; the web seam turns them into French answers."""


class DomainError(Exception):
    """A request that integrity or law refuses (HTTP 422, kept in the journal as refused).

    ``message`` is a French template filled with the keyword arguments; ``field`` names the form
    field that the message belongs beside, if any.
    """

    message = "Opération impossible."
    field: str | None = None

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.message.format_map(details))

    @property
    def code(self) -> str:
        """Name by which plays and the journal know this refusal."""
        return type(self).__name__


class Caution(DomainError):
    """A breach of procedure: let pass with a warning, unless the company hardens it."""


class NotFound(DomainError):
    """Nothing of this kind has this id or reference in the run."""

    message = "{kind} « {reference} » introuvable dans cette partie."


class RunIsClosed(DomainError):
    """The run has been closed (finished, or replaced by a fork)."""

    message = "Cette partie est close : elle se consulte, mais ne se joue plus."


class RunIsPaused(DomainError):
    """The trainer has stopped the run for a while: the learner looks, and waits."""

    message = "Votre formateur a mis la partie en pause : vous pouvez tout relire, pas agir."


class NotEntitled(DomainError):
    """The acting post may not do this."""

    message = "Votre poste ne permet pas cette action."

"""What statements of account refuse."""

from sandbox.core.errors import DomainError


class NothingToState(DomainError):
    """A statement says something."""

    message = "Le compte de {customer} est vide : il n'y a rien à relever."


class StatedToday(DomainError):
    """One statement a day is enough."""

    message = "Un relevé de ce compte est déjà parti aujourd'hui ({reference})."


class AnsweredAlready(DomainError):
    """A statement is answered once."""

    message = "Le client a déjà répondu au relevé {reference}."

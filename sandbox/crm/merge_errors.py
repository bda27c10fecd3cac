"""What merging records, linking companies and filling segments refuse."""

from sandbox.core.errors import DomainError


class SameRecord(DomainError):
    """A record cannot be merged into itself, nor be its own parent."""

    message = "Choisissez deux fiches différentes."
    field = "other"


class MergedAlready(DomainError):
    """The record points to another one."""

    message = "La fiche {reference} est déjà fusionnée : ouvrez celle qui a été gardée."
    field = "other"


class DifferentCompanies(DomainError):
    """Two SIREN are two companies."""

    message = (
        "Deux SIREN différents sont deux entreprises : {first} et {second} ne se fusionnent pas. "
        "Si elles sont du même groupe, rattachez-les."
    )
    field = "other"


class GroupTooDeep(DomainError):
    """A parent company has no parent, and a subsidiary no subsidiaries."""

    message = (
        "Un groupe a une maison mère et des filiales, sans étage de plus : rattachez chaque "
        "filiale à la maison mère."
    )
    field = "other"


class NotByHand(DomainError):
    """The segment is filled by its rule, or does not exist."""

    message = "Ce segment se remplit par sa règle : on n'y met personne à la main."


class InSegmentAlready(DomainError):
    """The customer is there."""

    message = "{name} est déjà dans ce segment."
    field = "customer"


class NotInSegment(DomainError):
    """The customer is not there."""

    message = "{name} n'est pas dans ce segment."

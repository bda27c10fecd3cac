"""Refusals and cautions that selling and billing share."""

from sandbox.core.errors import Caution, DomainError


class NotRecorded(DomainError):
    """The order has not been recorded yet."""

    message = "La commande {reference} n'est pas enregistrée : enregistrez-la d'abord."


class TooEarly(Caution):
    """A step taken before the day that the procedure sets; ``step`` names it, article included."""

    message = "C'est tôt : la procédure prévoit {step} à partir du {from_on:%d/%m/%Y}."

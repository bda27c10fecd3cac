"""What payment plans refuse, or let pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class NothingToSpread(DomainError):
    """A plan is about something owed."""

    message = "Choisissez au moins une facture qui reste due."
    field = "invoices"


class NotTheirInvoice(DomainError):
    """A plan binds one debtor."""

    message = "La facture {reference} n'est pas celle de {customer}."
    field = "invoices"


class AlreadyPlanned(DomainError):
    """One plan at a time on a debt."""

    message = "La facture {reference} est déjà dans l'échéancier {plan}."
    field = "invoices"


class TooFewInstalments(DomainError):
    """A plan has several payments."""

    message = "Un échéancier compte de 2 à {most} versements."
    field = "count"


class BadFirstDay(DomainError):
    """The first payment is still to come."""

    message = "Le premier versement doit être après aujourd'hui."
    field = "first_on"


class PlanBeyondDelegation(Caution):
    """More payments, or a longer time, than the post may grant alone."""

    message = (
        "{count} versements jusqu'au {ends_on:%d/%m/%Y} : votre délégation va à {most} versements "
        "et {days} jours. Il fallait un accord."
    )


class PlanRunning(Caution):
    """The customer pays as agreed: dunning waits."""

    message = "L'échéancier {plan} est en cours : la relance attend."

"""What undoing, returning or giving back money refuses, and what it lets pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class StillMatched(DomainError):
    """A payment set against invoices is taken off them first."""

    message = "{reference} est lettré : délettrez-le avant d'en changer le client."


class NotMatchedThere(DomainError):
    """Only what was set against an invoice is taken off it."""

    message = "{payment} n'est pas lettré sur {invoice}."


class SamePayer(DomainError):
    """A correction corrects something."""

    message = "{reference} est déjà au nom de {customer}."
    field = "customer"


class NotThatPayment(DomainError):
    """An unpaid item takes one whole payment back, the one that the bank names."""

    message = (
        "« {label} » ne reprend pas {reference} : choisissez le règlement que nomme la banque."
    )
    field = "payment"


class AlreadyReturned(DomainError):
    """A payment comes back unpaid once."""

    message = "{reference} est déjà revenu impayé."
    field = "payment"


class NotUnpaid(DomainError):
    """Money that came in is recorded as a payment, what went out as unpaid."""

    message = "{reference} est un crédit : enregistrez le règlement."


class TakenBack(DomainError):
    """What the bank took back is not a payment."""

    message = "{reference} est un impayé : rattachez-le au règlement qui revient."


class NothingToReturn(DomainError):
    """A refund gives back what nothing has used."""

    message = "{reference} n'a plus que {left} à rendre."
    field = "amount"


class CashAboveCeiling(DomainError):
    """Cash is limited in law (CMF L112-6 and D112-3)."""

    message = (
        "{amount} en espèces : la loi s'arrête à {ceiling} (C. mon. fin. L112-6 et D112-3). "
        "Demandez un autre moyen de paiement."
    )
    field = "method"


class CashForALargerDebt(DomainError):
    """What counts is the debt: it is not paid in cash in several goes either."""

    message = (
        "La facture {reference} est de {gross} : au-delà de {ceiling}, une dette ne se paie pas en "
        "espèces, même en plusieurs fois (C. mon. fin. L112-6 et D112-3)."
    )
    field = "invoice"


class RefundNotAgreed(Caution):
    """Money goes out with the word of whoever keeps the accounts."""

    message = "Un remboursement se décide avec la comptabilité : prévenez-la de {amount}."


class CashingReported(Caution):
    """The platform has been told that the invoice was paid (status 212)."""

    message = (
        "La plateforme a reçu « encaissée » pour {invoice} : la comptabilité corrigera la "
        "déclaration de TVA."
    )

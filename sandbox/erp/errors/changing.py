"""What a change or a cancellation of an order refuses, and what it lets pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class GoodsGone(DomainError):
    """What has left is not cancelled: it comes back, and a credit note follows."""

    message = (
        "{reference} est partie, en tout ou en partie : elle ne s'annule plus. Baissez le reliquat "
        "par une modification, ou convenez d'un retour."
    )


class NotCancellable(DomainError):
    """An order that was declined or cancelled has no effect to take away."""

    message = "{reference} n'engage plus personne : il n'y a rien à annuler."


class NothingChanges(DomainError):
    """A change changes something."""

    message = "Rien ne change : corrigez une quantité ou la date promise."
    field = "promised_on"


class WrongUnits(DomainError):
    """Units are counted in whole numbers."""

    message = "Ligne {line} : écrivez un nombre entier d'unités, 0 pour retirer la ligne."
    field = "lines"


class UnknownGround(DomainError):
    """A cancellation says on what it rests."""

    message = "Choisissez la base de l'annulation : accord, somme gardée, rétractation."
    field = "ground"


class BelowShipped(DomainError):
    """What has left stays on the order."""

    message = "Ligne {line} : {shipped} sont déjà partis, la quantité ne descend pas dessous."
    field = "lines"


class NothingOrdered(DomainError):
    """An order without a unit is cancelled, not changed."""

    message = "Il ne resterait rien : annulez la commande plutôt que de la modifier."
    field = "lines"


class NoWithdrawal(Caution):
    """Only consumers have a right of withdrawal (C. conso. L221-18, L221-3)."""

    message = (
        "{customer} est un professionnel : il n'a pas de droit de rétractation (C. conso. "
        "L221-18). L'annulation se négocie."
    )


class MadeToMeasure(Caution):
    """No withdrawal for what is made to the customer's measure (C. conso. L221-28, 3°)."""

    message = (
        "{products} : fabriqué pour ce client, sans droit de rétractation (C. conso. L221-28, 3°)."
    )


class KeptFromConsumer(Caution):
    """A consumer who may still withdraw gets everything back (C. conso. L221-24)."""

    message = (
        "{customer} est un consommateur qui peut encore se rétracter : tout lui est rendu sous "
        "quatorze jours (C. conso. L221-24)."
    )


class DepositToReturn(Caution):
    """Money asked in advance is given back by a credit note on its invoice."""

    message = "{amount} d'avance à rendre : faites un avoir sur {invoices}, puis le remboursement."


class CostEngaged(Caution):
    """The workshop has begun: somebody with power decides who bears the cost."""

    message = (
        "{production} est lancée pour cette commande : prévenez l'atelier, et demandez à la "
        "direction qui en supporte le coût."
    )

"""What credit notes refuse, or let pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class NothingCredited(DomainError):
    """A credit note takes something back."""

    message = "Dites sur quelle ligne porte l'avoir : un nombre d'unités, ou un montant."
    field = "lines"


class UnknownLine(DomainError):
    """The invoice has no such line."""

    message = "La facture n'a pas de ligne {number}."
    field = "lines"


class OneOrTheOther(DomainError):
    """A return takes units back, a price correction an amount."""

    message = "Pour cet avoir, la ligne « {label} » attend {what}, et rien d'autre."
    field = "lines"


class WrongKindOfLine(DomainError):
    """Deposits of packaging and goods are taken back by credit notes of their own."""

    message = (
        "La ligne « {label} » ne va pas avec ce motif : une consigne se rend par un avoir de "
        "consigne, une marchandise par un avoir de retour, de prix ou de geste commercial."
    )
    field = "kind"


class MustBeWhole(DomainError):
    """What the platform stopped is cancelled wholly, and issued anew."""

    message = (
        "La facture {reference} s'annule tout entière : un avoir partiel ne va ni avec une facture "
        "rejetée ou refusée, ni avec une annulation."
    )


class OtherDebtor(DomainError):
    """A credit note is used by the one who holds it."""

    message = "La facture {reference} n'est pas celle de {customer}, à qui cet avoir est dû."
    field = "invoice"


class DepositNotCharged(DomainError):
    """Nothing is given back that was not charged."""

    message = (
        "La consigne de {missing} de ces emballages n'est pas encore facturée : facturez d'abord "
        "la livraison, l'avoir de consigne suivra."
    )
    field = "quantity"


class MoreThanInvoiced(DomainError):
    """No more units come back than were invoiced."""

    message = "Il ne reste que {left} à reprendre sur la ligne « {label} »."
    field = "lines"


class MoreThanLineNet(DomainError):
    """No more is taken off than was charged."""

    message = "Il ne reste que {left} hors taxes à reprendre sur la ligne « {label} »."
    field = "lines"


class GoodwillAboveDelegation(Caution):
    """A gesture beyond what the post may grant alone."""

    message = (
        "Ce geste de {amount} hors taxes dépasse les {limit} de votre délégation : il fallait "
        "l'accord de la direction."
    )


class NothingCameBack(Caution):
    """Goods are taken back on paper alone."""

    message = "Aucun retour n'est enregistré pour ces articles : notez d'abord leur réception."

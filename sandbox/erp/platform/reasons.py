"""Reason codes (MDT-113) of each status, as rule BR-FR-CDV-CL-09 lists them, in plain French."""

from dataclasses import dataclass

from sandbox.erp.platform.statuses import Status


@dataclass(frozen=True)
class Reason:
    """What a code means, and what the seller does about it; sentences without a full stop."""

    meaning: str
    remedy: str


_REFUSAL = (
    *("TX_TVA_ERR", "MONTANTTOTAL_ERR", "CALCUL_ERR", "NON_CONFORME", "DOUBLON", "DEST_ERR"),
    *("TRANSAC_INC", "EMMET_INC", "CONTRAT_TERM", "DOUBLE_FACT", "CMD_ERR", "ADR_ERR"),
    "REF_CT_ABSENT",
)
_DETAIL = (
    *("SIRET_ERR", "CODE_ROUTAGE_ERR", "REF_ERR", "PU_ERR", "REM_ERR", "QTE_ERR", "ART_ERR"),
    *("MODPAI_ERR", "QUALITE_ERR", "LIVR_INCOMP"),
)
CODES: dict[Status, tuple[str, ...]] = {
    Status.DEPOSITED: ("NON_TRANSMISE",),
    Status.PARTLY_APPROVED: ("AUTRE", "CMD_ERR", "REF_CT_ABSENT", *_DETAIL),
    Status.DISPUTED: (*_REFUSAL, "AUTRE", "COORD_BANC_ERR", "DEST_INC", *_DETAIL),
    Status.SUSPENDED: (
        *("JUSTIF_ABS", "COORD_BANC_ERR", "CMD_ERR", "SIRET_ERR", "CODE_ROUTAGE_ERR"),
        *("REF_CT_ABSENT", "REF_ERR"),
    ),
    Status.REFUSED: _REFUSAL,
    Status.REJECTED: (
        *("MONTANTTOTAL_ERR", "CALCUL_ERR", "DOUBLON", "DEST_INC", "ADR_ERR", "REJ_SEMAN"),
        *("REJ_UNI", "REJ_COH", "REJ_ADR", "REJ_CONT_B2G", "REJ_REF_PJ", "REJ_ASS_PJ"),
    ),
}
# Public bodies may refuse for more reasons (B2G).
PUBLIC_REFUSAL = (
    *("RETRAIT_MAN_SERV", "ST_CT_NON_DECLAR", "SUPPR_COMP_AVOIR", "TRANSF_PMNT_REGIE"),
    *("CONTACT_ACHTR", "AUTRE", "COORD_BANC_ERR", "LIVR_INCOMP"),
)
# Statuses that say nothing without a reason (BR-FR-CDV-15).
NEEDED = frozenset(CODES) - {Status.DEPOSITED}

_RECORD = "corrigez la fiche du client"
_LINES = "vérifiez les lignes avec la commande et le bon de livraison"
REASONS: dict[str, Reason] = {
    "ADR_ERR": Reason(
        "l’adresse de facturation électronique du client manque ou est fausse",
        "complétez la fiche du client",
    ),
    "ART_ERR": Reason("un article n’est pas celui commandé", _LINES),
    "AUTRE": Reason("le client donne une autre raison", "lisez son message, puis répondez-lui"),
    "CALCUL_ERR": Reason("un calcul de la facture est faux", "vérifiez les lignes et la TVA"),
    "CMD_ERR": Reason(
        "la commande citée manque ou n’est pas celle du client",
        "demandez au client son numéro de commande et notez-le sur la commande",
    ),
    "CODE_ROUTAGE_ERR": Reason("le code de routage est faux", _RECORD),
    "CONTACT_ACHTR": Reason("le client demande à être contacté", "appelez l’acheteur"),
    "CONTRAT_TERM": Reason("le contrat est terminé", "vérifiez le contrat avec le client"),
    "COORD_BANC_ERR": Reason(
        "les coordonnées bancaires ne conviennent pas", "vérifiez l’IBAN avec la comptabilité"
    ),
    "DEST_ERR": Reason(
        "la facture n’est pas adressée au bon client", "vérifiez la fiche du client"
    ),
    "DEST_INC": Reason(
        "le client est inconnu de l’annuaire",
        "vérifiez le SIREN et l’adresse sur la fiche du client",
    ),
    "DOUBLE_FACT": Reason("cette livraison est déjà facturée", "vérifiez les factures du client"),
    "DOUBLON": Reason("une facture porte déjà ce numéro", "émettez-la sous un nouveau numéro"),
    "EMMET_INC": Reason("le client ne reconnaît pas le vendeur", "prenez contact avec le client"),
    "JUSTIF_ABS": Reason(
        "une pièce justificative manque", "joignez la pièce demandée, puis complétez la facture"
    ),
    "LIVR_INCOMP": Reason("la livraison est incomplète", _LINES),
    "MODPAI_ERR": Reason("le mode de paiement n’est pas celui convenu", "vérifiez les conditions"),
    "MONTANTTOTAL_ERR": Reason("le total ne correspond pas aux lignes", "vérifiez les montants"),
    "NON_CONFORME": Reason("une mention obligatoire manque", "vérifiez les mentions légales"),
    "NON_TRANSMISE": Reason(
        "la facture n’est pas transmise à une autre plateforme : le client n’en a pas",
        "envoyez-la au client par le canal habituel ; ses données partent en e-reporting",
    ),
    "PU_ERR": Reason("un prix unitaire n’est pas celui convenu", _LINES),
    "QTE_ERR": Reason("une quantité n’est pas celle livrée", _LINES),
    "QUALITE_ERR": Reason("la marchandise n’est pas conforme", "ouvrez une réclamation"),
    "REF_CT_ABSENT": Reason("la référence du contrat manque", "demandez-la au client"),
    "REF_ERR": Reason("une référence est fausse", "vérifiez les références avec le client"),
    "REJ_ADR": Reason(
        "l’adresse de facturation électronique est fermée ou ne figure pas à l’annuaire",
        "cherchez l’adresse ouverte dans l’annuaire et corrigez la fiche du client",
    ),
    "REJ_ASS_PJ": Reason("une pièce jointe ne se rattache à rien", "vérifiez les pièces jointes"),
    "REJ_COH": Reason("des données de la facture se contredisent", _RECORD),
    "REJ_CONT_B2G": Reason(
        "le service public exige un numéro d’engagement",
        "demandez-le au client et notez-le comme numéro de commande",
    ),
    "REJ_REF_PJ": Reason("une pièce jointe est mal référencée", "vérifiez les pièces jointes"),
    "REJ_SEMAN": Reason("une règle du format n’est pas respectée", _RECORD),
    "REJ_UNI": Reason("un élément unique est répété", "vérifiez la facture"),
    "REM_ERR": Reason("une remise n’est pas celle convenue", _LINES),
    "RETRAIT_MAN_SERV": Reason("le service a retiré son mandat", "contactez le service"),
    "SIRET_ERR": Reason("le SIRET n’est pas le bon", _RECORD),
    "ST_CT_NON_DECLAR": Reason("un sous-traitant n’est pas déclaré", "contactez le service"),
    "SUPPR_COMP_AVOIR": Reason("un avoir doit remplacer la facture", "contactez le service"),
    "TRANSAC_INC": Reason("le client ne reconnaît pas l’opération", "prenez contact avec lui"),
    "TRANSF_PMNT_REGIE": Reason("le paiement passe par une régie", "contactez le service"),
    "TX_TVA_ERR": Reason("le taux de TVA est faux", "vérifiez les articles et le pays du client"),
}


def reason_of(code: str) -> Reason:
    """What a code means, and what to do; an unknown code is shown as it is."""
    unknown = Reason(f"le motif est « {code} »", "vérifiez la facture avec le client")
    return REASONS.get(code, unknown)


def allowed(status: Status, reason: str, *, public: bool = False) -> bool:
    """Whether a status may bear this reason; no reason only where none is needed."""
    if not reason:
        return status not in NEEDED
    more = PUBLIC_REFUSAL if public and status == Status.REFUSED else ()
    return reason in CODES.get(status, ()) or reason in more

"""Legal information of fictitious bodies: short pages, each with the articles that it rests on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LegalPoint:
    """One thing to know: its heading, what it says, the articles."""

    heading: str
    text: str
    source: str


@dataclass(frozen=True)
class LegalPage:
    """What one body tells: its code in the address, the body's name, its points."""

    code: str
    body: str
    title: str
    when: str
    points: tuple[LegalPoint, ...]


_COLLECTION = LegalPage(
    "recouvrement",
    "Observatoire du recouvrement",
    "Recouvrer une facture impayée",
    "Avant une relance ferme, une mise en demeure, une remise au contentieux.",
    (
        LegalPoint(
            "Le retard coûte, sans rappel",
            "Entre professionnels, pénalités et indemnité de 40 € par facture sont dues dès le "
            "lendemain de l’échéance. Un particulier ne doit ni les unes ni l’autre.",
            "C. com. L441-10, D441-5",
        ),
        LegalPoint(
            "La mise en demeure",
            "Elle somme de payer, avec la somme et un délai. Le recommandé en prouve la date. Pour "
            "un particulier, elle fait courir les intérêts au taux légal.",
            "C. civ. 1344, 1231-6",
        ),
        LegalPoint(
            "La prescription",
            "On agit dans les cinq ans entre professionnels, deux ans contre un particulier, un an "
            "pour un transport. Une relance, même recommandée, n’arrête pas ce délai ; une "
            "reconnaissance de dette, une action en justice ou une saisie l’interrompt.",
            "C. com. L110-4, L133-6 ; C. conso. L218-2 ; C. civ. 2240, 2241, 2244",
        ),
        LegalPoint(
            "Sans titre, pas de contrainte",
            "Un cabinet agit sur mandat écrit, à l’amiable : sans titre exécutoire, ses frais "
            "restent au créancier. Seul un commissaire de justice saisit, et avec un titre.",
            "CPCE L111-8, R124-1 à R124-7",
        ),
        LegalPoint(
            "Ce qui est interdit",
            "Menacer, appeler sans cesse, parler de la dette à l’employeur, à un voisin, à un "
            "autre client : c’est du harcèlement ou une atteinte à la vie privée.",
            "C. pén. 222-33-2-2 ; C. civ. 9",
        ),
        LegalPoint(
            "Deux voies rapides",
            "Jusqu’à 5 000 €, le commissaire de justice peut délivrer un titre si le débiteur "
            "accepte dans le mois. Sinon l’injonction de payer : sur pièces, sans audience ; "
            "l’ordonnance est signifiée dans les trois mois.",
            "CPCE L125-1, R125-1 ; CPC 1405 à 1424",
        ),
    ),
)
_DATA = LegalPage(
    "donnees-personnelles",
    "Relais des données personnelles",
    "Traiter les données d’un client",
    "Avant une note sur une fiche, un envoi en nombre, la réponse à une personne.",
    (
        LegalPoint(
            "Une raison pour chaque donnée",
            "Contrat, obligation légale, intérêt légitime ou accord : sans l’une d’elles, on ne "
            "traite pas. On ne garde que le nécessaire.",
            "RGPD art. 5 et 6",
        ),
        LegalPoint(
            "Écrire sobrement",
            "Une note dit des faits. Santé, religion, opinions, syndicat : interdits, même si le "
            "client en parle. La personne peut tout lire.",
            "RGPD art. 9 et 15",
        ),
        LegalPoint(
            "Répondre dans le mois",
            "Accès, rectification, effacement, opposition : réponse en un mois, deux de plus si la "
            "demande est complexe, à condition de le dire dans le premier mois.",
            "RGPD art. 12, 15 à 17, 21",
        ),
        LegalPoint(
            "Garder, puis effacer",
            "Un prospect silencieux s’efface après trois ans ; une facture se garde dix ans, même "
            "si la personne demande l’effacement.",
            "Recommandation de la CNIL ; C. com. L123-22 ; RGPD art. 17-3",
        ),
        LegalPoint(
            "Une fuite se déclare",
            "Un fichier parti à la mauvaise adresse : le référent est prévenu tout de suite, "
            "l’autorité dans les 72 heures s’il y a un risque pour les personnes.",
            "RGPD art. 33 et 34",
        ),
    ),
)
_MEDIATION = LegalPage(
    "mediation",
    "Médiation Horizon Conso",
    "Orienter un particulier vers le médiateur",
    "Quand une réclamation de particulier n’a pas trouvé de solution.",
    (
        LegalPoint(
            "Pour les particuliers, gratuite",
            "Tout consommateur peut saisir gratuitement le médiateur dont relève le vendeur. Un "
            "client professionnel ne le peut pas.",
            "C. conso. L612-1",
        ),
        LegalPoint(
            "D’abord une réclamation écrite",
            "Le médiateur n’examine pas un litige sans réclamation écrite préalable au vendeur, ni "
            "plus d’un an après elle.",
            "C. conso. L612-2",
        ),
        LegalPoint(
            "Ses coordonnées, partout",
            "Nom, adresse et site du médiateur figurent dans les CGV, sur le site et sur les bons "
            "de commande, et se redonnent quand la réclamation échoue.",
            "C. conso. L616-1, L616-2, R616-1",
        ),
        LegalPoint(
            "Quatre-vingt-dix jours",
            "La solution est proposée dans les 90 jours de la notification du dossier complet ; "
            "chacun l’accepte ou la refuse et peut encore aller devant le juge.",
            "C. conso. R612-5",
        ),
        LegalPoint(
            "Le temps s’arrête",
            "La médiation suspend la prescription : personne ne perd ses droits à discuter.",
            "C. civ. 2238",
        ),
    ),
)
_INSURANCE = LegalPage(
    "assurance-credit",
    "Assurcrédit Boréal",
    "Ce que l’assurance-crédit demande",
    "Avant une vente à crédit importante, dès le premier impayé d’un client assuré.",
    (
        LegalPoint(
            "Un plafond par client",
            "L’assureur garantit un client jusqu’à un montant qu’il a agréé ; au-dessus, la vente "
            "reste à nos risques. Les particuliers ne sont pas assurés.",
            "Police d’assurance",
        ),
        LegalPoint(
            "Déclarer à temps",
            "L’impayé se déclare dans le délai de la police, souvent 60 à 150 jours après "
            "l’échéance. La loi oblige l’assuré à déclarer ce qui met la garantie en jeu.",
            "C. assur. L113-2",
        ),
        LegalPoint(
            "Garder les preuves",
            "Commande, livraison signée, facture, relances : l’assureur n’indemnise que ce qui est "
            "prouvé et non contesté.",
            "C. civ. 1353",
        ),
        LegalPoint(
            "Ne rien accorder sans lui",
            "Une remise ou un échéancier accordé sans l’assureur peut faire perdre la garantie : "
            "après paiement, c’est lui qui poursuit le débiteur à notre place.",
            "C. assur. L121-12",
        ),
        LegalPoint(
            "Deux ans pour réclamer",
            "Ce qui naît du contrat d’assurance se prescrit par deux ans.",
            "C. assur. L114-1",
        ),
    ),
)
_COURTS = LegalPage(
    "entreprises-en-difficulte",
    "Info-Greffe des entreprises en difficulté",
    "Quand un client est en procédure collective",
    "À l’annonce d’une sauvegarde, d’un redressement ou d’une liquidation.",
    (
        LegalPoint(
            "Trois procédures",
            "Sauvegarde : des difficultés, pas encore de cessation des paiements. Redressement : "
            "cessation des paiements, mais un avenir. Liquidation : plus d’avenir.",
            "C. com. L620-1, L631-1, L640-1",
        ),
        LegalPoint(
            "Ce qui est dû d’avant est gelé",
            "Le client n’a plus le droit de le payer, nous n’avons plus celui de le réclamer, et "
            "les intérêts s’arrêtent au jugement.",
            "C. com. L622-7, L622-21, L622-28",
        ),
        LegalPoint(
            "Deux mois pour déclarer",
            "La créance se déclare au mandataire dans les deux mois de l’annonce au BODACC ; "
            "ensuite, il faut un relevé de forclusion, à demander dans les six mois.",
            "C. com. L622-24, L622-26, R622-24",
        ),
        LegalPoint(
            "Reprendre la marchandise",
            "Avec une réserve de propriété, ce qui existe encore en nature se revendique dans les "
            "trois mois de l’annonce.",
            "C. com. L624-9, L624-16",
        ),
        LegalPoint(
            "Livrer encore ?",
            "Une commande nouvelle est payée à son échéance ; la prudence la fait payer à la "
            "commande, ou approuver par l’administrateur.",
            "C. com. L622-17",
        ),
    ),
)
_GUARANTEES = LegalPage(
    "garanties",
    "Centre d’information sur les garanties",
    "Réclamation : ce qui est dû au client",
    "Avant de répondre à une réclamation sur un produit ou une livraison.",
    (
        LegalPoint(
            "Garantie de conformité",
            "Un particulier a deux ans ; le défaut qui apparaît dans ce temps est présumé "
            "d’origine pour un bien neuf. Il choisit la réparation ou le remplacement.",
            "C. conso. L217-3, L217-7, L217-9",
        ),
        LegalPoint(
            "Trente jours pour réparer",
            "Réparation ou remplacement se font dans les trente jours de la demande, sans frais ; "
            "sinon, prix réduit ou contrat annulé.",
            "C. conso. L217-10, L217-11, L217-14",
        ),
        LegalPoint(
            "Vices cachés",
            "Tout acheteur, professionnel compris, peut agir dans les deux ans de la découverte.",
            "C. civ. 1641, 1648",
        ),
        LegalPoint(
            "Rétractation",
            "Un particulier qui achète à distance peut renoncer dans les quatorze jours de la "
            "réception, sans dire pourquoi.",
            "C. conso. L221-18",
        ),
        LegalPoint(
            "Colis abîmé",
            "Le destinataire proteste auprès du transporteur dans les trois jours ouvrables, par "
            "lettre recommandée et avec des motifs.",
            "C. com. L133-3",
        ),
    ),
)
PAGES = {
    page.code: page for page in (_COLLECTION, _COURTS, _INSURANCE, _MEDIATION, _GUARANTEES, _DATA)
}

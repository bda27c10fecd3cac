"""Reports of the official rules (SVRL), put in French sentences."""

import re
from collections.abc import Iterator

from lxml import etree

from sandbox.documents.einvoice.reading import parse
from sandbox.documents.einvoice.results import Problem

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_BENIGN = ("warning", "info")
_FAMILIES = (
    (
        r"BR-(S|Z|E|AE|IC|G|O)-0?1$",
        "une catégorie de TVA des lignes manque au récapitulatif de TVA",
    ),
    (r"BR-(S|Z|E|AE|IC|G|O)-0?8$", "la base d’une ligne de TVA n’est pas la somme de ses lignes"),
    (r"BR-(S|Z|E|AE|IC|G|O)-0?9$", "le montant d’une ligne de TVA n’est pas sa base × son taux"),
    (r"BR-(S|Z|E|AE|IC|G)-0?[5-7]$", "le taux de TVA ne va pas avec sa catégorie"),
    (r"BR-(E|AE|IC|G|O)-10$", "le motif d’exonération de TVA manque"),
    (r"BR-(S|Z|E|AE|IC|G)-0?[2-4]$", "un numéro de TVA exigé par la catégorie de TVA manque"),
    (r"BR-IC-1[12]$", "une livraison intracommunautaire dit sa date et son pays d’arrivée"),
    (r"BR-DEC-", "un montant porte plus de deux décimales"),
    (r"BR-CL-|FX-SCH-A-0005|FX-SCH-A-0006", "une valeur n’est pas dans la liste de codes permise"),
)
_RULES = {
    "BR-01": "le profil de la facture manque (BT-24)",
    "BR-02": "le numéro de facture manque (BT-1)",
    "BR-03": "la date d’émission manque (BT-2)",
    "BR-04": "le type de facture manque (BT-3)",
    "BR-05": "la devise manque (BT-5)",
    "BR-06": "le nom du vendeur manque (BT-27)",
    "BR-07": "le nom du client manque (BT-44)",
    "BR-08": "l’adresse du vendeur manque (BG-5)",
    "BR-09": "le pays du vendeur manque (BT-40)",
    "BR-10": "l’adresse du client manque (BG-8)",
    "BR-11": "le pays du client manque (BT-55)",
    "BR-12": "le total des lignes manque (BT-106)",
    "BR-13": "le total hors taxe manque (BT-109)",
    "BR-14": "le total toutes taxes comprises manque (BT-112)",
    "BR-15": "le net à payer manque (BT-115)",
    "BR-16": "la facture n’a aucune ligne (BG-25)",
    "BR-22": "la quantité d’une ligne manque (BT-129)",
    "BR-25": "la désignation d’une ligne manque (BT-153)",
    "BR-27": "le prix unitaire d’une ligne est négatif (BT-146)",
    "BR-61": "un virement demande un numéro de compte (BT-84)",
    "BR-CO-09": "un numéro de TVA ne commence pas par un code de pays",
    "BR-CO-10": "le total des lignes (BT-106) n’est pas la somme des lignes (BT-131)",
    "BR-CO-11": "le total des remises (BT-107) n’est pas leur somme",
    "BR-CO-12": "le total des frais (BT-108) n’est pas leur somme",
    "BR-CO-13": "le total hors taxe (BT-109) n’est pas lignes − remises + frais",
    "BR-CO-14": "la TVA totale (BT-110) n’est pas la somme des lignes de TVA",
    "BR-CO-15": "le total TTC (BT-112) n’est pas le total hors taxe plus la TVA",
    "BR-CO-16": "le net à payer (BT-115) n’est pas le total TTC moins les acomptes",
    "BR-CO-17": "le montant d’une ligne de TVA n’est pas sa base × son taux",
    "BR-CO-25": "une facture à payer dit son échéance ou ses conditions (BT-9, BT-20)",
    "BR-CO-26": "rien n’identifie le vendeur : ni SIREN, ni SIRET, ni numéro de TVA",
}


def problems_in(svrl: str) -> list[Problem]:
    """What a Schematron report says against a document; a report without any rule is a problem."""
    report = parse(re.sub(r"^<\?xml[^>]*\?>", "", svrl).encode())
    if report.find(f".//{_SVRL}fired-rule") is None:
        return [Problem("AUCUNE-REGLE", "Aucune règle officielle ne s’applique à ce document.")]
    # A rule fires once for each line that breaks it: said once, it is enough.
    return list(dict.fromkeys(_problems(report)))


def _problems(report: etree._Element) -> Iterator[Problem]:
    for said in report.iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report"):
        flag = str(said.get("flag") or said.get("role") or "fatal").lower()
        if not flag.startswith(_BENIGN):
            text = " ".join("".join(map(str, said.itertext())).split())
            rule = str(said.get("id") or "STRUCTURE")
            yield Problem(rule, _sentence(rule, text))


def _sentence(rule: str, text: str) -> str:
    """BR-FR rules speak French already; the norm speaks English, kept where we have no words."""
    if rule.startswith("BR-FR"):
        return text.partition(" : ")[2] or text
    known = _RULES.get(rule) or next(
        (words for family, words in _FAMILIES if re.match(family, rule)), ""
    )
    if known:
        return f"{known[0].upper()}{known[1:]}."
    return f"Une règle de la norme EN 16931 n’est pas respectée (texte officiel : {text})"

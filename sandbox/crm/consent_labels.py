"""French words for consents, objections and what they forbid."""

from sandbox.crm.consents import Bar, Basis, Choice, Reach

REACHES = {
    Reach.ANY: "Toutes les voies",
    Reach.EMAIL: "Courriel",
    Reach.PHONE: "Téléphone",
    Reach.LETTER: "Courrier",
}
# A word, and the tone of its badge.
CHOICES = {
    Choice.GRANTED: ("Accord", "ok"),
    Choice.WITHDRAWN: ("Accord retiré", "warn"),
    Choice.OBJECTED: ("Opposition", "bad"),
}
BASES = {
    Basis.CONSENT: "Consentement",
    Basis.CONTRACT: "Client : produits semblables",
    Basis.INTEREST: "Intérêt légitime (professionnels)",
}
BARS = {
    Bar.OBJECTION: "s’est opposé à la prospection",
    Bar.NO_CONSENT: "particulier, sans accord préalable",
}

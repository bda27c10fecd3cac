"""The verbs of the warehouse, of purchasing, of shipping and of the archive in French."""

# Fields of these verbs that are amounts in cents.
CENTS = ("gap_value", "value", "credit", "refund", "deposit", "saved", "packaging_price")

# Verb → label of a link, sentence with the payload's fields, icon.
SUPPLY: dict[str, tuple[str, str, str]] = {
    "stock_count.requested": (
        "Inventaire demandé",
        "Inventaire de {product} demandé : {book} dans les comptes.",
        "clipboard",
    ),
    "stock_count.counted": (
        "Inventaire compté",
        "{product} : {counted} comptés pour {book} dans les comptes, écart de {gap_value}.",
        "clipboard-check",
    ),
    "stock_count.submitted": (
        "Écart soumis",
        "Accord demandé pour corriger le stock de {product} ({gap_value}) : {post}.",
        "question-circle",
    ),
    "stock_count.decided": (
        "Écart tranché",
        "Décision rendue sur l'écart de stock de {product}.",
        "check2-square",
    ),
    "stock.adjusted": (
        "Stock corrigé",
        "Stock de {product} corrigé de {gap} d'après {count} : {gap_value}.",
        "sliders",
    ),
    "stock.quarantined": (
        "Mise en quarantaine",
        "{quantity} {product} mis à part ({document}).",
        "shield-exclamation",
    ),
    "quarantine.settled": (
        "Quarantaine levée",
        "Sort décidé pour {quantity} {product} mis à part, coût {value}.",
        "shield-check",
    ),
    "production.requested": (
        "Production demandée",
        "{quantity} {product} demandés à l'atelier pour le {wanted_on}.",
        "tools",
    ),
    "production.promised": (
        "Date de l'atelier",
        "L'atelier promet {product} pour le {promised_on}.",
        "calendar-check",
    ),
    "production.chased": ("Atelier relancé", "Atelier relancé pour {product}.", "telephone"),
    "production.date_asked": (
        "Date renégociée",
        "Autre date demandée à l'atelier pour {product} : le {wanted_on}.",
        "calendar-event",
    ),
    "production.done": (
        "Production terminée",
        "L'atelier a mis {quantity} {product} en stock.",
        "tools",
    ),
    "purchase_order.date_asked": (
        "Date négociée",
        "Livraison demandée à {supplier} pour le {wanted_on} au lieu du {due_on}.",
        "calendar-event",
    ),
    "market_offer.taken": (
        "Place de marché",
        "{quantity} {product} achetés à {supplier} sur la place de marché.",
        "shop",
    ),
    "carrier.protested": (
        "Protestation",
        "Protestation au transporteur de {arrival}, à faire avant le {last_day}.",
        "envelope-exclamation",
    ),
    "supplier.claimed": (
        "Litige fournisseur",
        "Réclamation à {supplier} sur {purchase_order} : {quantity} {product}.",
        "exclamation-diamond",
    ),
    "supplier_claim.settled": (
        "Litige réglé",
        "{supplier} a répondu au sujet de {purchase_order}, avoir de {credit}.",
        "check2-circle",
    ),
    "supplier_invoice.received": (
        "Facture fournisseur",
        "Facture {number} de {supplier} reçue : {gross} TTC, échéance le {due_on}.",
        "receipt",
    ),
    "supplier_invoice.matched": (
        "Facture rapprochée",
        "Facture de {supplier} rapprochée de {purchase_order} et de ses réceptions.",
        "layout-three-columns",
    ),
    "supplier_invoice.approved": (
        "Bon à payer",
        "Facture de {supplier} bonne à payer : {gross} TTC.",
        "hand-thumbs-up",
    ),
    "supplier_invoice.disputed": (
        "Facture contestée",
        "Facture de {supplier} contestée.",
        "hand-thumbs-down",
    ),
    "document.transmitted": ("Document transmis", "Document {document} transmis.", "send-check"),
    "document.filed": (
        "Document classé",
        "Document {document} classé dans le dossier {folder}.",
        "archive",
    ),
    "archive.consulted": (
        "Archive consultée",
        "Document {document} sorti de l'archive.",
        "folder2-open",
    ),
    "archive.box_opened": (
        "Carton d'archives",
        "Un carton d'anciens documents est ouvert : à trier.",
        "box-seam",
    ),
    "document.destroyed": (
        "Document détruit",
        "Document {document} détruit, son délai étant passé le {kept_until}.",
        "trash",
    ),
    "delivery.instructed": (
        "Ordre d'expédition",
        "Ordre d'expédition de {order} pour le {leaves_on}.",
        "signpost-2",
    ),
    "delivery.packed": (
        "Colisage",
        "{order} emballée en {parcels} colis, emballage {packaging_price}, consigne {deposit}.",
        "boxes",
    ),
    "departure.grouped": (
        "Départ groupé",
        "Départ groupé avec {carrier} : {price}, {saved} d'économie.",
        "collection",
    ),
    "delivery.tracked": ("Suivi", "Suivi de {order} consulté chez {carrier}.", "geo-alt"),
    "delivery.proof_asked": (
        "Preuve demandée",
        "Preuve de livraison de {order} demandée à {carrier}.",
        "patch-question",
    ),
    "delivery.proof_received": (
        "Preuve de livraison",
        "{carrier} a rendu la preuve de livraison de {order}.",
        "patch-check",
    ),
    "delivery.contested": (
        "Réserves du client",
        "Réserves de {customer} sur {quantity} {product} : il peut protester jusqu'au {last_day}.",
        "exclamation-octagon",
    ),
    "order.backorder_dated": (
        "Reliquat daté",
        "Reliquat de {units} pour {customer} annoncé pour le {new_on}.",
        "calendar-plus",
    ),
    "goods.returned": (
        "Retour client",
        "Retour de {quantity} {product} de {customer} ({delivery}).",
        "arrow-return-left",
    ),
    "packaging.returned": (
        "Emballages rendus",
        "{customer} a rendu {quantity} emballages : {refund} de consigne.",
        "recycle",
    ),
    "delivery.taken_back": (
        "Reprise",
        "Reprise de {quantity} articles usagés chez {customer}.",
        "recycle",
    ),
}

"""What has passed its retention, and the gesture that ends it."""

from flask import url_for

from sandbox.crm import services
from sandbox.crm.models import Customer
from sandbox.crm.retention import Over, expired
from sandbox.crm.views.base import bp, plays
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/clients/conservation")
def retention() -> Answer:
    """What is kept too long, the oldest first."""
    found = expired(session(), run())
    return page("crm/privacy/retention.html", found=found, prospect=Over.PROSPECT, plays=plays())


@bp.post("/clients/<int:customer_id>/donnees/effacer")
def erase_prospect(customer_id: int) -> Answer:
    """Erase what names people on a prospect's record."""
    with acting() as ctx:
        erased = services.erase_prospect(ctx, ctx.get(Customer, customer_id))
    return done(f"Données effacées sur la fiche {erased.reference}.", url_for(".retention"))


@bp.post("/clients/<int:customer_id>/donnees/<int:contact_id>/effacer")
def erase_contact(customer_id: int, contact_id: int) -> Answer:
    """Erase the details of somebody who has left."""
    with acting() as ctx:
        services.erase_contact(ctx, ctx.get(Customer, customer_id), contact=contact_id)
    return done("Coordonnées effacées.", url_for(".retention"))

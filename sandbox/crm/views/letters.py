"""What went by post, and what came back of it."""

from sandbox.crm.letters import letters_of
from sandbox.crm.views.base import bp, current_setting
from sandbox.web import Answer, page, run, session


@bp.get("/courriers")
def letters() -> Answer:
    """Letters posted: cost, number, receipt."""
    found = letters_of(session(), run().id)
    relation = current_setting().procedures.relation
    total = sum(letter.cost for letter in found)
    return page("crm/letters.html", letters=found, relation=relation, total=total)

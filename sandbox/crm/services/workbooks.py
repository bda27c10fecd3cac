"""Handing in a workbook that the scenario asks for."""

import base64
import binascii
import hashlib

from sandbox.core.context import Context
from sandbox.core.workbooks import UnreadableTable
from sandbox.crm.errors import UnknownWorkbook
from sandbox.crm.workbooks import HandedWorkbook, measure
from sandbox.journal import record, use_case
from sandbox.journal.payloads.workbooks import WorkbookHandedIn


@use_case(minutes=5, emits=(WorkbookHandedIn,), refuses=(UnknownWorkbook, UnreadableTable))
def hand_in_workbook(ctx: Context, *, task: str, name: str, content: str) -> HandedWorkbook:
    """Hand in an XLSX file, in base 64, for a task; what is measured in it goes to the journal."""
    if ctx.setting.workbook(task) is None:
        raise UnknownWorkbook(task=task)
    try:
        file = base64.b64decode(content, validate=True)
    except binascii.Error as error:
        raise UnreadableTable(file=name, problem="il est abîmé.") from error
    found = measure(name, file)
    kept = HandedWorkbook(
        at=ctx.now(),
        task=task,
        name=name,
        sha256=hashlib.sha256(file).hexdigest(),
        formulas=found.formulas,
        typed_totals=found.typed_totals,
        content=file,
    )
    ctx.add(kept)
    kept.reference = f"CLA-{kept.id:06d}"
    payload = WorkbookHandedIn(
        task=task,
        sha256=kept.sha256,
        formulas=found.formulas,
        functions=found.functions,
        typed_totals=found.typed_totals,
        figures=found.figures,
    )
    record(ctx, kept.reference, payload)
    return kept

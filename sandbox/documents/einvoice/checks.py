"""All the controls of one file, layer after layer; nothing is ever kept or changed by them."""

from pathlib import Path

from lxml import etree

from sandbox.documents.einvoice.containers import container_problems
from sandbox.documents.einvoice.figures import figure_problems
from sandbox.documents.einvoice.house import house_problems, read_terms
from sandbox.documents.einvoice.profiles import official_file, schema_errors
from sandbox.documents.einvoice.reading import Received, Unreadable, load, read
from sandbox.documents.einvoice.results import Layer, LayerName, Problem, Report, Verdict
from sandbox.documents.einvoice.schematron import ControlPending, Saxon
from sandbox.documents.einvoice.schematron import saxon as shared_saxon
from sandbox.documents.einvoice.wording import problems_in

__all__ = ["Layer", "LayerName", "Problem", "Report", "Verdict", "check", "check_file"]


def check_file(path: Path, saxon: Saxon = shared_saxon) -> Report:
    """The controls of a file on disk; one too large is refused before it is read."""
    try:
        return check(load(path), saxon)
    except Unreadable as error:
        return _unreadable(error)


def check(data: bytes, saxon: Saxon = shared_saxon) -> Report:
    """The controls of an invoice: Factur-X, CII or UBL. Bad input fails a layer, raises nothing."""
    try:
        received = read(data)
    except Unreadable as error:
        return _unreadable(error)
    layers = [Layer.of(LayerName.EXTRACT, [])]
    if received.pdf is not None:
        problems = container_problems(received.pdf, received.profile.level)
        layers.append(Layer.of(LayerName.PDF, problems))
    layers.append(_schema(received))
    layers += _rules(received, saxon)
    layers.append(_house(received, layers))
    return Report(tuple(layers), received.form, received.profile.name)


def _unreadable(error: Unreadable) -> Report:
    return Report((Layer.of(LayerName.EXTRACT, [Problem("FICHIER", str(error))]),))


def _schema(received: Received) -> Layer:
    errors = schema_errors(received.profile.schema, received.root)
    return Layer.of(
        LayerName.XSD, [Problem("XSD", f"Schéma non respecté, {one}") for one in errors]
    )


def _rules(received: Received, saxon: Saxon) -> list[Layer]:
    """The norm, then the French rules; pending together when Saxon cannot answer."""
    names = (LayerName.EN16931, LayerName.BR_FR)
    paths = [official_file(received.profile.norm), official_file(received.profile.french)]
    try:
        reports = saxon.reports(etree.tostring(received.root, encoding="unicode"), paths)
    except ControlPending as error:
        return [Layer.pending(name, str(error)) for name in names]
    return [
        Layer.of(name, problems_in(report)) for name, report in zip(names, reports, strict=True)
    ]


def _house(received: Received, before: list[Layer]) -> Layer:
    try:
        terms = read_terms(received.root)
        problems = house_problems(terms)
        if received.pdf is not None:
            problems += figure_problems(terms, received.pdf)
    except (ValueError, KeyError, ArithmeticError) as error:
        broken = any(layer.verdict == Verdict.FAILED for layer in before)
        if broken:
            return Layer.pending(
                LayerName.HOUSE, "Contrôle en attente : la facture est mal formée."
            )
        return Layer.of(LayerName.HOUSE, [Problem("C-TERMES", f"Facture illisible : {error}")])
    return Layer.of(LayerName.HOUSE, problems)

"""Invoices as machines read them: one model, three files (Factur-X, CII, UBL), their controls."""

from sandbox.documents.einvoice.writing import cii, facturx, file_of, ubl

__all__ = ["cii", "facturx", "file_of", "ubl"]

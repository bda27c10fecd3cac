"""Documents: what was said when they were issued, and the PDFs made from it."""

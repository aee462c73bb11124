"""Documents in: files, directories, pages and JSON lines become `Document` records; one file a kind."""

from imbroglio.documents.build import DocumentWarning, Outcome, make_document
from imbroglio.documents.open import open_documents

__all__ = ["DocumentWarning", "Outcome", "make_document", "open_documents"]

"""Which candidates become claims, and how far each is to be trusted."""

from imbroglio.claims.judging.features import features_of
from imbroglio.claims.judging.gather import proposals
from imbroglio.claims.judging.judge import Judge
from imbroglio.claims.judging.proposal import Judged, Key

__all__ = ["Judge", "Judged", "Key", "features_of", "proposals"]

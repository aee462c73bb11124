"""What follows from the claims: one question a file."""

from imbroglio.analysis.changes import Change, changes
from imbroglio.analysis.channels import Channel, channels
from imbroglio.analysis.joins import Join, joins
from imbroglio.analysis.situation import Situation
from imbroglio.analysis.tensions import tensions
from imbroglio.analysis.voices import Voice, voices

__all__ = ["Change", "Channel", "Join", "Situation", "Voice", "changes", "channels", "joins", "tensions", "voices"]

"""Who says what: cues, quotations, statements and relays of one report put together into attributions."""

from warmonitor.read.speech.attribution import find_attributions
from warmonitor.read.speech.background import narrator_inside

__all__ = ["find_attributions", "narrator_inside"]

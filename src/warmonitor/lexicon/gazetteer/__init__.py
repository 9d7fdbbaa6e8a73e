"""Where places are: one indexed file of towns, divisions, countries and the supplement, built once, opened in a moment.

gazetteer = open_gazetteer()          # builds the index in the user's cache on first use
gazetteer.has("Al-Musayyib")          # True
gazetteer.lookup("Alexandria")        # every entry that may be meant, in a fixed order
"""

from warmonitor.lexicon.gazetteer.build import build
from warmonitor.lexicon.gazetteer.dump import import_geonames
from warmonitor.lexicon.gazetteer.entry import Entry
from warmonitor.lexicon.gazetteer.explain import Candidate, explain_lookup
from warmonitor.lexicon.gazetteer.index import Gazetteer, open_gazetteer
from warmonitor.lexicon.gazetteer.keys import fold, key, skeleton

__all__ = [
    "Candidate", "Entry", "Gazetteer", "build", "explain_lookup", "fold", "import_geonames", "key", "open_gazetteer", "skeleton",
]  # fmt: skip

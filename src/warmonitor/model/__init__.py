"""The nouns that all stages share: frozen, typed, without behaviour beyond looking at themselves."""

from warmonitor.model.mention import Count, Place, PlaceMention, TimeMention, When
from warmonitor.model.reading import Attribution, Name, Reading, Sentence, Speaker, Token
from warmonitor.model.record import (
    Actor,
    Casualties,
    Claim,
    Incident,
    Link,
    Located,
    Record,
    Statement,
    Weapon,
)
from warmonitor.model.report import Report
from warmonitor.model.span import Span

__all__ = [
    "Actor", "Attribution", "Casualties", "Claim", "Count", "Incident", "Link", "Located", "Name", "Place",
    "PlaceMention", "Reading", "Record", "Report", "Sentence", "Span", "Speaker", "Statement", "TimeMention", "Token",
    "Weapon", "When",
]  # fmt: skip

"""What all tests share: samples, the gold folder where it is there, and one record with every kind of value in it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from warmonitor.model import (
    Actor,
    Casualties,
    Claim,
    Incident,
    Link,
    Located,
    Place,
    Record,
    Report,
    Span,
    Statement,
    Weapon,
    When,
)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def gold() -> Path:
    """The hand-coded reports beside the project, which not everyone has."""
    folder = ROOT.parent / "shared" / "gold"
    if not folder.is_dir():
        pytest.skip("the hand-coded reports are not on this machine")
    return folder


@pytest.fixture(scope="session")
def record() -> Record:
    """A record made by hand: two incidents, a revised and a disputed toll, a relay, a denial, statements and a link."""
    text = (
        "Shells hit Marib on Tuesday, killing four people, the governor said. The Red Crescent later put the toll at six. "
        "The rebels denied firing. State radio quoted the army as saying it bombed a depot near Sirwah in reply. "
        "The mission condemned the shelling."
    )

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    marib = Place("Marib", "YE", 15.4629123, 45.3253, 1, "Ma'rib", 76985, why="the only town of that name nearby")
    sirwah = Place("Sirwah", "YE", 15.45, 45.02, 2)
    shelling = Incident(
        "i1", "explosion", "shelling", "Shelling of Marib, 4 to 6 killed",
        When(date(2021, 2, 9), date(2021, 2, 9), "day", "relative", datetime(2021, 2, 9, 3, 5, tzinfo=UTC)),
        (Located(marib, (at("Marib"),)),),
        (Actor("rebels", "perpetrator", "denied", (at("The rebels"),), kind="rebel-group"),),
        (Weapon("shell", (at("Shells"),), "shell", 3),),
        (Casualties("killed", "people", "civilian", 4, 6, 6, ("c1", "c2")),),
        (at("Shells hit Marib"),),
    )  # fmt: skip
    raid = Incident(
        "i2", "explosion", "air-strike", "Air strike near Sirwah", When(None, date(2021, 2, 10), "unknown", "published"),
        (Located(sirwah, (at("Sirwah"),)),), (Actor("army", "perpetrator", "claimed", (at("the army"),), "ye-army", "state-forces", "YE"),),
        (), (), (at("bombed a depot"),),
    )  # fmt: skip
    claims = (
        Claim("c1", "i1", "killed", 4, "governor", "asserts", at("killing four people"), "toll.verb"),
        Claim(
            "c2",
            "i1",
            "killed",
            6,
            "Red Crescent",
            "asserts",
            at("put the toll at six"),
            "toll.of",
            said_on="2021-02-10",
        ),
        Claim("c3", "i1", "perpetrator", "rebels", "rebels", "denies", at("denied firing"), "doer.denial"),
        Claim(
            "c4",
            "i2",
            "perpetrator",
            "army",
            "army",
            "claims-responsibility",
            at("it bombed"),
            "doer.verb",
            via=("State radio",),
        ),
    )
    return Record(
        Report("marib", text, date(2021, 2, 11), "Shells hit Marib <again>", "The Gulf Wire", "https://example.org/1"),
        (shelling, raid),
        claims,
        (Statement("mission", "condemn", "i1", "the shelling", at("condemned the shelling")),),
        (Link("i2", "i1", "response-to", False, at("in reply")),),
    )

"""Incidents written by hand for the tests of publishing: places, people and bodies in them are made up."""

from __future__ import annotations

from datetime import UTC, date, datetime

from warmonitor.model import Place, When
from warmonitor.model.published import (
    PrivateName,
    PublishedActor,
    PublishedClaim,
    PublishedIncident,
    PublishedLink,
    PublishedSource,
    PublishedToll,
    PublishedWeapon,
)

QASR = Place("Qasr Amij", "IQ", 33.50123, 42.98765, 1, admin1="Anbar", geonameid=None, kind="town")
TELL = Place("Tell Sufuk", "SY", 36.41, 41.15, 2, admin1="Al-Hasakah", kind="town")
WIRE = PublishedSource("wire-1", "Harbour Wire", "https://example.org/1", date(2021, 5, 8), "Rockets hit base", "en")
DAILY = PublishedSource("daily-2", "Plains Daily", None, date(2021, 5, 9), "Second day of shelling; five dead", "en")


def day(first: str, last: str | None = None, precision: str = "day") -> When:
    """The days from first to last."""
    return When(date.fromisoformat(first), date.fromisoformat(last or first), precision, "explicit")  # type: ignore[arg-type]


def killed(low: int | None, best: int | None, high: int | None, side: str = "target", *claims: str) -> PublishedToll:
    """A toll of people killed."""
    return PublishedToll("killed", "people", side, low, best, high, claims)  # type: ignore[arg-type]


def said(
    id_: str, attribute: str, value: int | str, speaker: str, sentence: str = "", **more: object
) -> PublishedClaim:
    """A claim, asserted unless said otherwise."""
    values = {"stance": "asserts", "report": "wire-1", "rule": "test", **more}
    return PublishedClaim(id_, attribute, value, speaker, sentence=sentence, **values)  # type: ignore[arg-type]


def shelling() -> PublishedIncident:
    """Rockets on a base: a blamed militia that denies it, a state force hit, two figures of dead, injured, a victim named."""
    return PublishedIncident(
        id="WM-0000000001-i1",
        revision=1,
        type="explosion",
        subtype="shelling",
        label="Rockets hit a base at Qasr Amij",
        when=When(date(2021, 5, 6), date(2021, 5, 6), "day", "explicit", datetime(2021, 5, 6, 19, 30, tzinfo=UTC)),
        places=(QASR,),
        actors=(
            PublishedActor(
                "Falcons Brigade", "perpetrator", "attributed", "militia", "IQ",
                speakers=("Interior Ministry",), deniers=("Falcons Brigade",),
            ),
            PublishedActor("Iraqi army", "target", "stated", "state-forces", "IQ", entry="iq-army"),
            PublishedActor("Samir Haddad", "target", "stated", "person", "IQ"),
        ),
        weapons=(PublishedWeapon("Katyusha rocket", "rocket", 12),),
        casualties=(
            killed(3, 4, 5, "target", "c1", "c2"),
            PublishedToll("injured", "soldiers", "target", 7, 7, None, ("c3",)),
        ),
        claims=(
            said("c1", "killed", 3, "Interior Ministry", "Three soldiers died, the Interior Ministry said."),
            said("c2", "killed", 5, "medics", "Medics spoke of five dead, among them Samir Haddad, 24.", report="daily-2"),
            said("c3", "injured", 7, "Interior Ministry", "At least seven were hurt.", bound="min"),
            said("c4", "perpetrator", "Falcons Brigade", "Interior Ministry", "It blamed the Falcons Brigade."),
            said("c5", "perpetrator", "Falcons Brigade", "Falcons Brigade", "The brigade denied it.", stance="denies"),
        ),
        sources=(WIRE, DAILY),
        grade="disputed",
        grounds=("two figures of dead",),
        links=(PublishedLink("WM-0000000001-i2", "response-to", True, "It may have been revenge.", "wire-1"),),
        private_names=(PrivateName("Samir Haddad", "victim"),),
    )  # fmt: skip


def clash() -> PublishedIncident:
    """Rebels against a state's army over three known days at two places, with an open toll."""
    return PublishedIncident(
        id="WM-0000000001-i2",
        revision=2,
        type="battle",
        subtype="armed-clash",
        label="Clashes at Qasr Amij and Tell Sufuk",
        when=day("2021-05-02", "2021-05-04"),
        places=(QASR, TELL),
        actors=(
            PublishedActor("Plains Liberation Front", "participant", "stated", "rebel-group", "IQ"),
            PublishedActor("Iraqi army", "participant", "stated", "state-forces", "IQ", entry="iq-army"),
        ),
        casualties=(killed(8, None, None, "unknown", "c1"),),
        claims=(said("c1", "killed", 8, "army", "At least eight fighters died, the army said.", bound="min"),),
        sources=(WIRE,),
        grade="single-source",
        grounds=("one report",),
    )


def protest() -> PublishedIncident:
    """A march that police broke up; nobody died; the place is not on the map."""
    return PublishedIncident(
        id="WM-0000000002-i1",
        revision=1,
        type="protest",
        subtype="with-intervention",
        label="Police disperse a march in Dusty Wells",
        when=day("2021-05-05"),
        places=(Place("Dusty Wells", "IQ", None, None, 1),),
        actors=(
            PublishedActor("students", "target", "stated", "protesters", "IQ"),
            PublishedActor("police", "perpetrator", "stated", "police", "IQ"),
        ),
        weapons=(PublishedWeapon("tear gas"),),
        sources=(DAILY,),
        grade="single-source",
    )


def three() -> tuple[PublishedIncident, ...]:
    """All of the above."""
    return shelling(), clash(), protest()

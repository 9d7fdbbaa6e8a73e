"""`warmonitor explain`: why a record says what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from warmonitor.commands.options import Actors, Model, Outlet, Published, Reports, file_given, given_by, items_of, told

if TYPE_CHECKING:
    from warmonitor.model import Place
    from warmonitor.publish.explain import Rivals

MOST_RIVALS = 4


def add(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(explain)


def explain(
    reports: Reports, published: Published = None, outlet: Outlet = None, model: Model = None, actors: Actors = None
) -> None:
    """For each value of a record: the words, the sentence, the rule, and the candidates not chosen."""
    with told():
        from warmonitor.batch import Settings
        from warmonitor.commands.running import Run
        from warmonitor.publish.explain import lines

        settings = Settings(model, file_given(actors, "--actors"))
        run = Run(items_of(reports, given_by(published, outlet)), settings, None, False)
        rivals = _rivals()
        for record in run.records():
            for line in lines(record, rivals):
                print(line)
    raise typer.Exit(run.report())


def _rivals() -> Rivals:
    """The gazetteer's other candidates for a place's name, at most MOST_RIVALS of them."""
    from warmonitor.lexicon.gazetteer.explain import distance_km, explain_lookup
    from warmonitor.lexicon.gazetteer.index import open_gazetteer

    gazetteer = open_gazetteer()

    def others(place: Place) -> Iterator[str]:
        found = [c.entry for c in explain_lookup(gazetteer, place.name, country=place.country)]
        if place.lat is not None and place.lon is not None:
            found = [e for e in found if distance_km(e.lat, e.lon, place.lat, place.lon) > 1]
        for e in found[:MOST_RIVALS]:
            people = f", {e.population:,} people" if e.population else ""
            yield f"{e.name}, {e.country or 'no one country'}, {e.lat:.2f}, {e.lon:.2f} ({e.kind}{people})"
        if len(found) > MOST_RIVALS:
            yield f"{len(found) - MOST_RIVALS} more"

    return others

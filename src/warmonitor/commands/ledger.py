"""`warmonitor add`, incidents, show, why, history, decide, undo, verify, relink: the ledger on the command line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from warmonitor.commands.options import (
    EXIT,
    Actors,
    Model,
    Outlet,
    Published,
    Reports,
    exit_code,
    file_given,
    say,
    told,
)
from warmonitor.errors import BadOption

if TYPE_CHECKING:
    from warmonitor.ledger import Asked, Ledger
    from warmonitor.model.linked import LinkedIncident

Place = Annotated[
    str, typer.Option("--ledger", metavar="PLACE", help="A file, or a PostgreSQL URL.", envvar="WARMONITOR_LEDGER")
]
Incident = Annotated[str, typer.Argument(metavar="INCIDENT", help="Its id; ids of merged incidents lead on.")]
Author = Annotated[str, typer.Option(help="Who decides.")]
AsOf = Annotated[
    str | None, typer.Option(metavar="TIME", help="As known then: YYYY-MM-DD (its end) or YYYY-MM-DDTHH:MMZ.")
]


def add(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command("add")(add_reports)
    for command in (incidents, show, why, history, decide, undo, verify, relink):
        app.command()(command)


def add_reports(
    reports: Reports,
    ledger: Place,
    published: Published = None,
    outlet: Outlet = None,
    model: Model = None,
    actors: Actors = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that code.")] = 1,
    coded: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Take the records from here (made by `code --format json`) instead of coding."
        ),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Code also what is kept as coded by this version with this lexicon.")
    ] = False,
) -> None:
    """Code reports and keep them: one transaction a report; what is kept already changes nothing."""
    with told():
        from warmonitor.batch import Settings
        from warmonitor.run_ledger import Adding, open_ledger

        if coded is not None and not coded.is_dir():
            raise BadOption(f"--coded {coded}: there is no such folder")
        settings = Settings(model, file_given(actors, "--actors"), jobs)
        adding = Adding(open_ledger(ledger), settings, coded, again=again)
        try:
            for line in adding.run(reports, published, outlet):
                say(line)
        except KeyboardInterrupt:
            say(f"stopped: {adding.counts}; what was added is kept, and the same command goes on")
            raise typer.Exit(EXIT["interrupted"]) from None
        say(adding.counts)
    raise typer.Exit(exit_code(adding.aside))


def incidents(
    ledger: Place,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On or after this day.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On or before this day.")] = None,
    type: Annotated[str | None, typer.Option(help="Type, subtype or type/subtype.")] = None,
    country: Annotated[str | None, typer.Option(help="ISO 3166 code of the country.")] = None,
    division: Annotated[str | None, typer.Option(help="First-level division, by name.")] = None,
    place: Annotated[str | None, typer.Option(help="Words of a place's name.")] = None,
    box: Annotated[str | None, typer.Option(metavar="S,W,N,E", help="Between these degrees.")] = None,
    around: Annotated[str | None, typer.Option(metavar="LAT,LON,KM", help="Within this distance.")] = None,
    actor: Annotated[str | None, typer.Option(help="Words of an actor's name, or the lexicon's id.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Words of a speaker's name.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Words of an outlet's name.")] = None,
    report: Annotated[str | None, typer.Option(help="Told by this report (id).")] = None,
    toll: Annotated[str | None, typer.Option(metavar="[KIND=]N", help="At least so many killed (or KIND).")] = None,
    grade: Annotated[str | None, typer.Option(help="single-source, corroborated, claimed or disputed.")] = None,
    status: Annotated[str | None, typer.Option(help="new, accepted, rejected or sent-back.")] = None,
    words: Annotated[str | None, typer.Option(help="Words in what tells it.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    as_of: AsOf = None,
    clock: Annotated[str, typer.Option(help="For --as-of: recorded, published or auto.")] = "auto",
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """The incidents that fit, the latest first."""
    with told():
        from warmonitor.ledger import Asked

        kind, _, least = (toll or "").rpartition("=")
        asked = Asked(
            since, until, type, country, division, place, _box(box), _around(around), actor, speaker, outlet, report,
            _number(least, "--toll") if toll else None, kind or "killed", grade, status, words, limit,
        )  # fmt: skip
        _print(_found(_open(ledger), asked, as_of, clock), format)


def _found(ledger: Ledger, asked: Asked, as_of: str | None, clock: str) -> list[LinkedIncident]:
    if as_of is None:
        return ledger.find(asked)
    if clock not in ("auto", "recorded", "published"):
        raise BadOption(f"no clock {clock!r}; known are auto, recorded, published")
    return ledger.as_of(as_of, clock, asked)  # type: ignore[arg-type]


def show(
    incident: Incident, ledger: Place, format: Annotated[str, typer.Option(help="text or json.")] = "text"
) -> None:
    """One incident with all its figures: who said what, what stands and why."""
    with told():
        from warmonitor.publish.incident_text import details

        found = _open(ledger).incident(incident)
        if format == "json":
            _print([found], format)
        else:
            typer.echo("\n".join(details(found)))


def why(incident: Incident, ledger: Place) -> None:
    """Why its reports are taken to tell one happening: each pair's match as a waterfall."""
    with told():
        from warmonitor.link import explain

        opened = _open(ledger)
        pairs = opened.matches(incident)
        for a, b, fit in pairs:
            typer.echo(explain(f"{a.report} ({a.id}) ~ {b.report} ({b.id})", fit))
        if not pairs:
            typer.echo("one mention only")


def history(incident: Incident, ledger: Place) -> None:
    """How each figure changed, when and by whom."""
    with told():
        from warmonitor.publish.incident_text import past

        typer.echo("\n".join(past(_open(ledger).history(incident))))


def decide(
    action: Annotated[str, typer.Argument(help="accept, correct, reject, merge, split, send-back or comment.")],
    incident: Incident,
    ledger: Place,
    author: Author,
    reason: Annotated[
        str | None, typer.Option(help="For correct, reject, send-back: a wrong one names all choices.")
    ] = None,
    field: Annotated[str | None, typer.Option(help="For correct: a wrong one names all choices.")] = None,
    value: Annotated[str | None, typer.Option(help="For correct: a number, words, or JSON.")] = None,
    with_: Annotated[str | None, typer.Option("--with", metavar="INCIDENT", help="For merge: the other one.")] = None,
    mention: Annotated[
        list[str] | None, typer.Option(help="For split: mention or report to take out; several times.")
    ] = None,
    text: Annotated[str | None, typer.Option(help="Words to go with it.")] = None,
) -> None:
    """Decide on an incident. Nothing is edited: the decision is kept as an event and can be undone by another."""
    with told():
        given = {"reason": reason, "field": field, "with": with_, "mentions": mention, "text": text}
        payload: dict[str, Any] = {k: v for k, v in given.items() if v}
        if value is not None:
            payload["value"] = _value(value)
        number = _open(ledger).decide(action, incident, author, payload)
        typer.echo(number)
        say(f"kept as decision {number}; `warmonitor undo {number}` takes it back")


def undo(
    decision: Annotated[int, typer.Argument(help="Its number, as `history` shows it.")], ledger: Place, author: Author
) -> None:
    """Take a decision back."""
    with told():
        typer.echo(_open(ledger).undo(decision, author))


def verify(
    ledger: Place,
    quick: Annotated[bool, typer.Option("--quick", help="Only what is kept, not what is derived from it.")] = False,
) -> None:
    """Check that nothing kept was changed, lost or half-kept."""
    with told():
        opened = _open(ledger)
        problems = opened.verify(derived=not quick)
        for problem in problems:
            typer.echo(problem)
        if not problems:
            typer.echo("whole: " + ", ".join(f"{n} {name}" for name, n in opened.counts().items()))
    raise typer.Exit(EXIT["broken"] if problems else 0)


def relink(ledger: Place) -> None:
    """Link everything from scratch: after a change of the linking, or of its weights."""
    with told():
        _open(ledger).relink()


def _open(place: str) -> Ledger:
    from warmonitor.run_ledger import open_ledger

    return open_ledger(place, create=False)


def _print(found: Sequence[LinkedIncident], format: str) -> None:
    from warmonitor.ledger.codec import dump
    from warmonitor.publish.incident_text import line

    if format not in ("text", "json"):
        raise BadOption(f"no format {format!r}; known are text, json")
    for incident in found:
        typer.echo(dump(incident) if format == "json" else line(incident))
    if not found:
        say("no incident fits")


def _value(words: str) -> Any:
    try:
        return json.loads(words)
    except ValueError:
        return words


def _number(words: str, option: str) -> int:
    if not words.isdigit():
        raise BadOption(f"{option}: {words!r} is no number")
    return int(words)


def _degrees(words: str, option: str, form: str) -> list[float]:
    try:
        numbers = [float(x) for x in words.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != form.count(",") + 1:
        raise BadOption(f"{option}: {words!r}; give {form}")
    return numbers


def _box(words: str | None) -> tuple[float, float, float, float] | None:
    if words is None:
        return None
    south, west, north, east = _degrees(words, "--box", "SOUTH,WEST,NORTH,EAST")
    return south, west, north, east


def _around(words: str | None) -> tuple[float, float, float] | None:
    if words is None:
        return None
    lat, lon, km = _degrees(words, "--around", "LAT,LON,KM")
    return lat, lon, km

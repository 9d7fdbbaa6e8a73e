"""How long, and in how much memory, do 100,000 incidents take to every format?

    python -m benchmarks.export_scale [--incidents 100000] [--formats acled,ged] [--out DIR] [--ledger PLACE]

The incidents are made up by a seeded generator in the shapes of coded ones: one to three places and reports, two to four
actors, five to nine claims with sentences of some twenty words, a toll that is open or disputed in a third. With --ledger they
are read from a ledger instead (such as `python -m benchmarks.sample_ledger` makes), all that it holds. Prints seconds,
incidents a second, and the peak of resident memory at a tenth of the way and at the end: flat means that they are close.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from warmonitor.commands.publishing import WARM, warm
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
from warmonitor.publish.export import export, exports
from warmonitor.run_ledger import open_ledger
from warmonitor.run_publish import incidents_of

KINDS = (
    ("explosion", "shelling"), ("explosion", "air-strike"), ("explosion", "remote-explosive"), ("battle", "armed-clash"),
    ("violence-against-civilians", "attack"), ("protest", "with-intervention"), ("strategic", "arrest"),
)  # fmt: skip
LANDS = (
    ("IQ", 33.0, 44.0),
    ("SY", 35.0, 38.0),
    ("UA", 49.0, 32.0),
    ("ML", 17.0, -3.0),
    ("YE", 15.0, 45.0),
    ("CO", 4.0, -73.0),
)
GROUPS = (
    ("Falcons Brigade", "militia"), ("Plains Liberation Front", "rebel-group"), ("national army", "state-forces"),
    ("border police", "police"), ("villagers", "civilians"), ("market traders", "civilians"), ("river clans", "community"),
)  # fmt: skip
SPEAKERS = (
    "Interior Ministry",
    "medics",
    "narrator",
    "army",
    "witnesses",
    "monitoring office",
    "governor",
    "Lina Barakat",
)
WORDS = (
    "the shells fell on a row of houses near the old market while people were queueing for bread that morning".split()
)


def incidents(number: int, seed: int = 7) -> Iterator[PublishedIncident]:
    """That many incidents, the same for the same seed."""
    dice = random.Random(seed)
    for n in range(number):
        yield _incident(n, dice)


def _incident(n: int, dice: random.Random) -> PublishedIncident:
    kind, subtype = dice.choice(KINDS)
    start = date(2015, 1, 1) + timedelta(days=dice.randrange(3000))
    end = start + timedelta(days=dice.choice((0, 0, 0, 0, 1, 3)))
    land, lat, lon = dice.choice(LANDS)
    low = dice.choice((0, 1, 2, 3, 5, 8, 20, 50))
    high = dice.choice((low, low, low + dice.randrange(6), None))
    sources = tuple(
        PublishedSource(
            f"r{n}-{k}",
            f"Outlet {dice.randrange(40)}",
            f"https://example.org/{n}/{k}",
            end + timedelta(days=2 + k),
            f"Report {n}",
        )
        for k in range(dice.randint(1, 3))
    )
    claims = tuple(_claim(k, n, low, sources, dice) for k in range(dice.randint(5, 9)))
    doer, hit = dice.sample(GROUPS, 2)
    return PublishedIncident(
        id=f"WM-{n:010x}-i1",
        revision=1,
        type=kind,
        subtype=subtype,
        label=f"{subtype} at Place {n % 5000}",
        when=When(start, end, "day", "explicit"),
        places=tuple(
            Place(
                f"Place {(n + k) % 5000}",
                land,
                round(lat + dice.uniform(-3, 3), 5),
                round(lon + dice.uniform(-3, 3), 5),
                1,
                "Some Province",
            )
            for k in range(dice.choice((1, 1, 1, 2, 3)))
        ),
        actors=(
            PublishedActor(
                doer[0],
                "perpetrator",
                dice.choice(("stated", "attributed", "suspected", "claimed")),
                doer[1],
                land,
                None,
                ("army",),
            ),
            PublishedActor(hit[0], "target", "stated", hit[1], land),
        ),
        weapons=(PublishedWeapon("rocket", "rocket", dice.choice((None, 2, 12))),),
        casualties=(
            PublishedToll(
                "killed",
                "people",
                dice.choice(("target", "civilian", "unknown")),
                low,
                low if high else None,
                high,
                ("c0",),
            ),
            PublishedToll("injured", "people", "unknown", low * 2, low * 2, low * 2, ("c1",)),
        ),
        claims=claims,
        sources=sources,
        grade="single-source" if len(sources) == 1 else "corroborated",
        grounds=("made up",),
        links=(PublishedLink(f"WM-{max(0, n - 1):010x}-i1", "response-to", True, "It followed.", sources[0].id),)
        if n % 5 == 0
        else (),
        private_names=(PrivateName("Lina Barakat", "private"),) if n % 3 == 0 else (),
    )


def _claim(k: int, n: int, low: int, sources: tuple[PublishedSource, ...], dice: random.Random) -> PublishedClaim:
    attribute = ("killed", "injured", "perpetrator", "target", "location", "time", "weapon", "occurred", "damage")[k]
    value: int | str = low + dice.randrange(3) if k < 2 else f"words on {attribute}"
    sentence = f"{' '.join(dice.sample(WORDS, 15)).capitalize()}, said {dice.choice(SPEAKERS)} of {n}."
    stance = dice.choice(("asserts", "asserts", "hedges", "denies"))
    return PublishedClaim(
        f"c{k}", attribute, value, dice.choice(SPEAKERS), stance, sentence, dice.choice(sources).id, rule="made.up"
    )  # type: ignore[arg-type]


def main() -> None:
    """Runs the benchmark and prints its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--formats", default=",".join(exports()))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--ledger", metavar="PLACE")
    given = parser.parse_args()
    number, source = given.incidents, incidents(given.incidents)
    if given.ledger:
        ledger = open_ledger(given.ledger, create=False)
        number, source = ledger.counts()["incidents"], incidents_of(ledger)
    with tempfile.TemporaryDirectory() as scratch:
        run(number, source, given.formats.split(","), given.out or Path(scratch))


def run(number: int, source: Iterable[PublishedIncident], formats: list[str], out: Path) -> None:
    """Exports that many incidents to the formats, with a progress bar, and prints time and memory."""
    began, cpu, early = time.perf_counter(), time.process_time(), 0.0
    bar = (TextColumn("exporting"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*bar) as progress:
        task = progress.add_task("", total=number)
        for done, _ in enumerate(export(source, out, formats), start=1):
            if done == WARM:
                warm()  # as the command does
            if done % 500 == 0:
                progress.update(task, completed=done)
            if done == number // 10:
                early = _peak()
        progress.update(task, completed=number)
    seconds = time.perf_counter() - began
    size = sum(p.stat().st_size for p in out.rglob("*") if p.is_file()) / 1e6
    print(
        f"{number} incidents to {', '.join(formats)}: {seconds:.1f} s ({time.process_time() - cpu:.1f} s of CPU), {size:.0f} MB"
    )
    print(
        f"{number / seconds:.0f} incidents a second; peak memory {early:.0f} MB at a tenth, {_peak():.0f} MB at the end"
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()

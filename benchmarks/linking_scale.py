"""How linking grows: python -m benchmarks.linking_scale [10000 30000 100000] [--ledger FILE]

Mentions are generated with known truth in the shapes of the project's samples. A theatre has towns of skewed size (a few
are hit daily, most seldom); a happening has a town, a day, a kind, sides, a toll and a handful of its own words; it is told
by one to twelve reports (geometric, mean about three) with: publication up to four days later, one in eight told by week or
month only, one in eight placed in the wider area only, one in twenty without a day, kinds confused within their means, tolls
that rise, names left out, half of the words changed. Towns, days and reports grow together, as in a longer and wider war.
Printed for each size: seconds by the clock and of the one core used, peak memory, pairwise precision and recall against the
truth; with --ledger the largest set is also kept in a ledger and the time to place one more report is measured (median and
worst of thirty).
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmonitor.link import link_all, mention_id
from warmonitor.model.linked import Mention, Point

FIRST_DAY = 737_000
SYLLABLES = [a + b for a in "bdfghjklmnrstz" for b in ("a", "e", "i", "o", "u")]
KINDS = {
    "air-strike": ("explosion", "air-strike"), "shelling": ("explosion", "shelling"), "attack": ("violence-against-civilians", "attack"),
    "armed-clash": ("battle", "armed-clash"), "abduction": ("violence-against-civilians", "abduction"), "bomb": ("explosion", "remote-explosive"),
}  # fmt: skip
SIDES = ("state army", "northern front", "river brigade", "southern alliance", "border guard", "black banner")


@dataclass(frozen=True, slots=True)
class Happening:
    """What truly happened."""

    number: int
    town: Point
    area: Point
    day: int
    kind: str
    doer: str
    target: str
    killed: int
    words: tuple[str, ...]


def word(dice: random.Random) -> str:
    """A made-up name of three or four syllables."""
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.choice((3, 4))))


def theatre(dice: random.Random, towns: int) -> list[tuple[Point, Point]]:
    """Towns with the wider area each lies in, spread over a few countries."""
    found = []
    for n in range(towns):
        country = f"{'ABCDEFGH'[n % 8]}X"
        lat, lon = 10 + (n % 8) * 5 + dice.random() * 4, 10 + dice.random() * 25
        area = Point(
            f"{country.lower()} {int(lat)} {int(lon / 2)}",
            country,
            float(int(lat)) + 0.5,
            float(int(lon / 2) * 2 + 1),
            3,
        )
        found.append((Point(word(dice), country, round(lat, 4), round(lon, 4), 1), area))
    return found


def happenings(dice: random.Random, mentions: int) -> Iterator[Happening]:
    """Happenings without end: towns by Zipf's law, days over a span that grows with the number of mentions."""
    places = theatre(dice, max(60, mentions // 100))
    weights = [1 / (n + 8) for n in range(len(places))]
    days = max(60, mentions // 60)
    number = 0
    while True:
        town, area = dice.choices(places, weights)[0]
        doer, target = dice.sample(SIDES, 2)
        killed = min(400, int(dice.paretovariate(1.1)))
        own = tuple(word(dice) for _ in range(14))
        yield Happening(
            number, town, area, FIRST_DAY + dice.randrange(days), dice.choice(sorted(KINDS)), doer, target, killed, own
        )
        number += 1


def tell(dice: random.Random, h: Happening, report: str) -> Mention:
    """One report's telling of a happening."""
    told = h.day + 1 + min(4, int(dice.expovariate(1.2)))
    start: int | None = h.day
    end, precision = h.day, "day"
    roll = dice.random()
    if roll < 0.125:
        length = dice.choice((6, 27))
        start = h.day - dice.randrange(length)
        end, precision = min(told, start + length), "week" if length == 6 else "month"
    elif roll < 0.175:
        start, end, precision = None, told, "unknown"
    type_, subtype = KINDS[h.kind]
    if h.kind in ("air-strike", "shelling") and dice.random() < 0.1:
        type_, subtype = KINDS["shelling" if h.kind == "air-strike" else "air-strike"]
    point = h.area if dice.random() < 0.125 else h.town
    said = max(0, h.killed - (dice.randrange(1 + h.killed // 3) if dice.random() < 0.4 else 0))
    return Mention(
        mention_id(report, "i1"), report, told, type_, subtype, start, end, precision, (point,),  # type: ignore[arg-type]
        (h.doer,) if dice.random() < 0.6 else (), (h.target,) if dice.random() < 0.7 else (), (),
        (("killed", said, said),) if dice.random() < 0.8 else (), unit(words(dice, h)), names(dice, h),
        unit(words(dice, h)), (h.town.name, *h.words[:3]), None,
    )  # fmt: skip


def words(dice: random.Random, h: Happening) -> list[str]:
    """Half of the happening's own words, as many strange ones, and the town's name."""
    return [h.town.name, *dice.sample(h.words, 7), *(word(dice) for _ in range(10))]


def names(dice: random.Random, h: Happening) -> tuple[str, ...]:
    """Some of the names that only this happening has."""
    return tuple(sorted(w for w in h.words[:3] if dice.random() < 0.4))


def unit(terms: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """Terms of equal weight, unit length."""
    distinct = sorted(set(terms))
    return tuple((w, 1 / math.sqrt(len(distinct))) for w in distinct)


def mentions(size: int, seed: int = 1) -> tuple[list[Mention], dict[str, int]]:
    """`size` mentions, and the number of the happening that each tells."""
    dice = random.Random(seed)
    made: list[Mention] = []
    truth: dict[str, int] = {}
    for h in happenings(dice, size):
        for _ in range(min(12, 1 + int(dice.expovariate(0.45)))):
            if len(made) == size:
                return made, truth
            made.append(tell(dice, h, f"r{len(made)}"))
            truth[made[-1].id] = h.number
    raise AssertionError("happenings do not end")


def accuracy(groups: Sequence[tuple[Mention, ...]], truth: dict[str, int]) -> tuple[float, float]:
    """Pairwise precision and recall."""
    put = sum(len(g) * (len(g) - 1) // 2 for g in groups)
    right = sum(n * (n - 1) // 2 for g in groups for n in Counter(truth[m.id] for m in g).values())
    true = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
    return right / max(1, put), right / max(1, true)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 30_000, 100_000])
    parser.add_argument("--ledger", metavar="FILE", help="keep the largest set here and place thirty more reports")
    given = parser.parse_args()
    for size in given.sizes:
        made, truth = mentions(size)
        start, busy = time.perf_counter(), time.process_time()
        groups = link_all(made)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
        precision, recall = accuracy(groups, truth)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>7} mentions  {seconds:7.1f} s ({busy:.1f} s of one core)  {1e6 * busy / size:5.0f} µs each  peak {memory:6.0f} MiB  "
            f"{len(groups)} incidents, true {len(set(truth.values()))}, pairwise precision {precision:.3f}, recall {recall:.3f}",
            flush=True,
        )
    if given.ledger:
        placing(given.ledger, max(given.sizes))


def placing(place: str, size: int) -> None:
    """Fill a ledger and time thirty single additions to it."""
    from benchmarks.filling import CODER, fill, open_at, record

    made, _ = mentions(size + 30)
    ledger = open_at(place)
    start = time.perf_counter()
    fill(ledger, made[:size])
    print(f"{size} mentions kept and linked in {time.perf_counter() - start:.0f} s", flush=True)
    clock, busy = [], []
    for mention in made[size:]:
        start, used = time.perf_counter(), time.process_time()
        ledger.add(record(mention), CODER)
        clock.append(1000 * (time.perf_counter() - start))
        busy.append(1000 * (time.process_time() - used))
    print(f"one more report: median {statistics.median(clock):.0f} ms, worst {max(clock):.0f} ms", end="")
    print(f" (of one core: median {statistics.median(busy):.0f} ms, worst {max(busy):.0f} ms)")


if __name__ == "__main__":
    main()

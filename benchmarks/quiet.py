"""A stream of reports in which nothing violent happens: sport, weather, markets, councils, culture, health, traffic.

    python -m benchmarks.quiet 2000 > quiet.jsonl
    python -m benchmarks.speed quiet.jsonl --stream

Made from sentence patterns, always the same for the same number. Half of the reports hold words of war in a harmless sense
("shot at goal", "price war", "bombshell"), as real ones do.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator

PLACES = "Leeds Porto Nagoya Cordoba Tampere Adelaide Pune Windhoek Halifax Lyon Gdansk Quito Utrecht Nairobi Izmir".split()
PEOPLE = [f"{a} {b}" for a in ("Ana", "John", "Mei", "Omar", "Ruth", "Pavel") for b in ("Costa", "Hill", "Tanaka", "Sow", "Lind")]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SENTENCES = {
    "sport": (
        "{place} United won {n}-{m} at home on {day} after a goal in the last minute.",
        "The coach, {person}, said the side had trained well and deserved the points.",
        "The visitors had {n}{m} shots at goal but never looked like taking the lead.",
        "A crowd of {n}{m},000 saw the match, the largest of the season so far.",
    ),
    "weather": (
        "Rain is expected across {place} until {day}, with up to {n}{m} millimetres in the hills.",
        "Forecasters said the wind would drop and the clouds would break by the evening.",
        "The river at {place} stood {n} centimetres above its usual level for the month.",
    ),
    "markets": (
        "Shares in {place} rose {n}.{m} percent on {day} as investors waited for the bank's decision.",
        "Profit at the carmaker fell to {n}{m} million, less than analysts had forecast.",
        "Two supermarkets in {place} are in a price war over bread and milk.",
        "The central bank kept its rate at {n} percent, as expected, and said prices would ease.",
    ),
    "council": (
        "The council of {place} agreed on {day} to build {n}{m} flats beside the old station.",
        "{person}, who leads the council, said the money would come from the state.",
        "Opponents want a park instead and have gathered {n},{m}00 signatures.",
        "The mayor dropped a bombshell by saying that she would not stand again.",
    ),
    "culture": (
        "The festival opened in {place} on {day} with a new play by {person}.",
        "Tickets for the exhibition of {n}{m} paintings were sold out within a day.",
        "Critics praised the film, which tells of a farmer and her {n} sisters.",
    ),
    "health": (
        "Doctors in {place} said on {day} that {n}{m} patients had been cured with the new drug.",
        "The hospital, which has {n}{m}0 beds, will get a second scanner in spring.",
        "{person}, a nurse, said the winter had been a battle against the flu.",
    ),
    "traffic": (
        "The bridge at {place} will be closed for repairs from {day}, the road office said.",
        "Trains to {place} were late after snow fell on the line, the railway said.",
        "A lorry with {n}{m} tonnes of apples broke down on the ring road; nobody was hurt.",
    ),
}


def reports(count: int) -> Iterator[dict[str, str]]:
    """`count` reports of 8 to 24 sentences, of one subject each."""
    draw = random.Random(1)
    subjects = sorted(SENTENCES)
    for number in range(count):
        subject = subjects[number % len(subjects)]
        sentences = [_filled(draw, draw.choice(SENTENCES[subject])) for _ in range(draw.randint(8, 24))]
        yield {"id": f"quiet-{number}", "published": "2021-05-04", "text": " ".join(sentences)}


def _filled(draw: random.Random, pattern: str) -> str:
    return pattern.format(
        place=draw.choice(PLACES), person=draw.choice(PEOPLE), day=draw.choice(DAYS), n=draw.randint(1, 9), m=draw.randint(0, 9)
    )


if __name__ == "__main__":
    for report in reports(int(sys.argv[1])):
        print(json.dumps(report))

"""Names on re3d, or any file of its form: warmonitor's names as entities for the benchmark's scorer.

    python -m evaluation.re3d DATA.jsonl PREDICTIONS.jsonl [--spacy | --names]

DATA.jsonl has `doc_id` and `text` on each line; PREDICTIONS.jsonl gets {"doc_id", "entities": [{"start", "end", "type"}],
"relations": []}, code points of the text. `--spacy` writes the entities of spaCy's recogniser alone, the baseline; `--names` our names
without the pronouns and common nouns that a recogniser of names does not look for.

re3d marks mentions rather than names: the article belongs to the mention ("the Coalition"), a person's title does, and
pronouns and members of a body ("Iraqi soldiers") are mentions too. The adapter adds these; what is found stays the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from warmonitor.find.weapons import find_weapons
from warmonitor.lexicon.bodies import head_noun, open_roles
from warmonitor.lexicon.quantities import number_words
from warmonitor.model.reading import Name, Reading
from warmonitor.model.report import Report
from warmonitor.read.language import Parse
from warmonitor.run import Tools, open_tools, read

TYPES = {
    "person": "Person", "organisation": "Organisation", "armed-group": "Organisation", "nationality": "Nationality",
    "place": "Location", "facility": "Location",
}  # fmt: skip
SPACY = {
    "PERSON": "Person", "ORG": "Organisation", "NORP": "Nationality", "GPE": "Location", "LOC": "Location", "FAC": "Location",
}  # fmt: skip
PRONOUNS = {
    **dict.fromkeys(["i", "he", "she", "him", "me"], "Person"),
    **dict.fromkeys(["we", "us", "they"], "Organisation"),
}
ARTICLES = frozenset(["the", "a", "an"])


def main(arguments: list[str]) -> int:
    """Read the documents of one file, write the predictions to another. Gives the exit code."""
    files = [a for a in arguments if not a.startswith("--")]
    options = [a for a in arguments if a.startswith("--")]
    if len(files) != 2 or len(options) > 1 or not {"--spacy", "--names"}.issuperset(options):
        sys.stderr.write("python -m evaluation.re3d DATA.jsonl PREDICTIONS.jsonl [--spacy | --names]\n")
        return 2
    data, target = map(Path, files)
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines() if line.strip()]
    with target.open("w", encoding="utf-8") as out:
        for row in code(rows, "".join(options)):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


def code(rows: list[dict[str, Any]], option: str = "") -> Iterator[dict[str, Any]]:
    """One line of predictions for each document, in order."""
    tools = open_tools()
    reports = [Report(id=row["doc_id"], text=row["text"]) for row in rows]
    for row, parse in zip(rows, tools.language().parse(reports), strict=True):
        found = recognised(parse) if option == "--spacy" else entities(parse, tools, nominal=option != "--names")
        unique = {(e["start"], e["end"], e["type"]): e for e in found}
        yield {"doc_id": row["doc_id"], "entities": [unique[k] for k in sorted(unique)], "relations": []}


def recognised(parse: Parse) -> Iterator[dict[str, Any]]:
    """Entities of spaCy's recogniser."""
    for e in parse.entities:
        if e.label in SPACY:
            yield _entity(parse.tokens[e.first].start, parse.tokens[e.last - 1].end, SPACY[e.label])


def entities(parse: Parse, tools: Tools, *, nominal: bool) -> Iterator[dict[str, Any]]:
    """Our names and weapons as re3d marks them, with pronouns and nouns of bodies where `nominal`."""
    reading = read(parse, tools)
    yield from _of_names(reading, reading.names)
    if nominal:
        yield from _nominal(reading)
        for t in reading.tokens:
            if t.tag == "PRP" and t.lower in PRONOUNS:
                yield _entity(t.start, t.end, PRONOUNS[t.lower])
    yield from _nested(reading, tools)
    for w in find_weapons(reading, number_words()):
        if not w.platform:
            yield _entity(reading.tokens[w.first].start, reading.tokens[w.last - 1].end, "Weapon")


def _of_names(reading: Reading, names: Iterable[Name]) -> Iterator[dict[str, Any]]:
    for n in names:
        if n.kind not in TYPES:
            continue
        start = n.start
        before = reading.tokens[n.first - 1] if n.first else None
        if (
            n.kind in ("organisation", "armed-group")
            and before is not None
            and before.lower in ARTICLES
            and _ends(reading, n)
        ):
            start = before.start
        if n.kind == "person":
            start = reading.tokens[_title(reading, n.first)].start
        yield _entity(start, n.end, TYPES[n.kind])


def _ends(reading: Reading, n: Name) -> bool:
    """True where the mention ends with the name: the article is the name's, not that of a noun behind it."""
    following = reading.tokens[n.last] if n.last < len(reading.tokens) else None
    return following is None or following.tag[:2] not in ("NN", "HY") and following.text != "-"


def _nested(reading: Reading, tools: Tools) -> Iterator[dict[str, Any]]:
    """Nationalities inside the names of bodies: "Iraqi" in "Iraqi army"; of peoples only the adjective."""
    for n in reading.names:
        if n.kind not in ("organisation", "armed-group"):
            continue
        for t in reading.tokens[n.first : n.last]:
            nation = tools.actors.nations.adjective(t.text) if t.text[0].isupper() else None
            if nation is not None and t.text in nation.adjectives and tools.actors.nations.land(t.text) is None:
                yield _entity(t.start, t.end, "Nationality")


def _title(reading: Reading, first: int) -> int:
    """Position of the first token of the capitalised title before a person, or `first`."""
    roles = open_roles()
    for i in range(max(0, first - 4), first):
        words = " ".join(t.lower for t in reading.tokens[i:first])
        if words in roles and reading.tokens[i].text[0].isupper():
            return i
    return first


def _nominal(reading: Reading) -> Iterator[dict[str, Any]]:
    """Definite or modified nouns of bodies and their members: "the regime", "Iraqi soldiers", "opposition forces"."""
    inside = {i for n in reading.names if n.kind in ("organisation", "armed-group") for i in range(n.first, n.last)}
    for t in reading.tokens:
        if t.i in inside or t.tag not in ("NN", "NNS") or t.dep == "compound":
            continue
        noun = head_noun(t.lower)
        if noun is None or noun.body == "facility" or noun.kind in ("facility", "civilians", "unknown"):
            continue
        first = t.i
        while first > 0 and reading.tokens[first - 1].sentence == t.sentence and reading.tokens[first - 1].head == t.i:
            if reading.tokens[first - 1].dep not in ("amod", "compound", "det", "nmod"):
                break
            first -= 1
        yield _entity(reading.tokens[first].start, t.end, "Organisation")


def _entity(start: int, end: int, kind: str) -> dict[str, Any]:
    return {"start": start, "end": end, "type": kind}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

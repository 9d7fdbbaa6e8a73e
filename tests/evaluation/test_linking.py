"""Documents to incidents, and hand-made clusters: what the measuring itself does."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.clusters import apart, figures, link, merged, reports
from evaluation.documents import documents, pairs
from evaluation.linking import fit, match, pairwise
from evaluation.linking import link as link_documents
from evaluation.linking_gate import below, measured

SCENES = (
    ("Ketura Olander", "Dunmore", "a bakery on Quarry Lane", 41), ("Pavel Irnosk", "Westbrook", "a garage near the canal", 23),
    ("Imre Tadlow", "Alder Falls", "a bus stop by the stadium", 67), ("Noor Vashti", "Fenwick", "a motel off the highway", 35),
)  # fmt: skip


def rows() -> list[dict[str, str]]:
    """Four shootings, each told twice in other words, and one line of a site's own in all of them."""
    made = []
    for n, (name, town, scene, age) in enumerate(SCENES):
        first = (
            f"{name}, {age}, was shot outside {scene} in {town} on Friday night, police said. The victim died later."
        )
        second = f"Relatives mourned {name} after the killing at {scene}. Officers in {town} are looking for a man. {name} was {age}."
        for m, text in enumerate((first, second)):
            made.append(
                {
                    "doc_id": f"d{n}{m}",
                    "incident_id": str(n),
                    "title": f"{town} shooting",
                    "text": f"Sign up for our daily letter today.\n{text}",
                    "date": f"2016-03-{5 + 7 * n + m:02}",
                    "url": f"https://site{m}.example/{n}",
                }
            )
    return made


def test_documents_of_one_shooting_are_joined_and_others_not() -> None:
    found = link_documents(documents(rows()))
    incident = {r["doc_id"]: r["incident_id"] for r in rows()}
    assert pairwise(found, incident) == (1.0, 1.0, 1.0)


def test_a_sites_own_line_is_not_compared() -> None:
    given = documents(rows())
    assert all("letter" not in d.words for d in given)
    assert (0, 1) in set(pairs(given))


def test_match_of_documents_is_a_sum_of_its_parts() -> None:
    a, b, *_ = documents(rows())
    fit_ = match(a, b)
    assert {p.name for p in fit_.parts} >= {"words", "names", "days apart"}
    assert fit_.score > match(a, documents(rows())[2]).score


def test_fitting_gives_a_weight_for_each_part_and_likes_shared_words() -> None:
    given = documents(rows())
    weights = fit(given, {r["doc_id"]: r["incident_id"] for r in rows()})
    assert weights["capitalised"] + weights["words"] + weights["words, square root"] + weights["names"] > 0


SCORER = """
import json, sys
gold, found = ({d["item"]: d["cluster"] for d in map(json.loads, open(p))} for p in sys.argv[1:])
assert sorted(gold) == sorted(found)
print(json.dumps({"pairwise": {"F1": 100.0 * len(set(found.values())) / 8}, "CoNLL": 100.0 * len(set(gold.values())) / 8}))
"""
"""A scorer of the benchmark's form, with figures that can be told by hand: four incidents of eight documents."""


def test_gate_gives_the_scorer_gold_and_found_clusters_and_reads_its_figures(tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text("\n".join(json.dumps(r) for r in rows()), "utf-8")
    (tmp_path / "score.py").write_text(SCORER, "utf-8")
    figures = measured(tmp_path / "docs.jsonl", tmp_path / "score.py")
    assert figures == {"pairwise F1": 0.5, "CoNLL": 0.5}
    assert list(below(figures, {"pairwise F1": 0.4, "CoNLL": 0.6})) == ["linking: CoNLL is 0.500, its floor 0.600"]


def test_hand_coded_reports_link_as_people_linked_them(gold: Path) -> None:
    """With people's own codings: nothing joined that must not be, all figures there, all clusters whole."""
    clusters = [json.loads(p.read_text("utf-8")) for p in sorted(gold.glob("*-cluster.json"))]
    linked = link(gold, sorted(reports(clusters)), hand=True)
    assert [line for c in clusters for line in merged(c, linked)] == []
    assert [line for c in clusters for line in figures(c, linked)] == []
    assert [line for c in clusters for line in apart(c, linked)] == []

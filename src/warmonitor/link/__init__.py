"""Incidents across reports: candidates, match, merge, reconcile. Pure functions; nothing is kept here."""

from warmonitor.link.align import align
from warmonitor.link.batch import link_all, link_graph
from warmonitor.link.candidates import own_keys, sought_keys, vague
from warmonitor.link.cluster import cluster, cluster_ids, components, explain, live_edges
from warmonitor.link.match import joins, match
from warmonitor.link.mention import mention_id, passage, tellings
from warmonitor.link.reconcile import reconcile

__all__ = [
    "align", "cluster", "cluster_ids", "components", "explain", "joins", "link_all", "link_graph", "live_edges", "match", "mention_id",
    "own_keys", "passage", "reconcile", "sought_keys", "tellings", "vague",
]  # fmt: skip

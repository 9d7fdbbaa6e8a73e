"""What the ledger asks of linking. The package `warmonitor.link` answers it; the program hands it in.

Stages do not import each other, so that either can be replaced: a ledger linked by another method needs only these
functions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Protocol

from warmonitor.model import Incident, Record
from warmonitor.model.linked import Correction, LinkedIncident, Match, Mention, Standing, Telling, Ties


class Graph(Protocol):
    """Linking from scratch: edges with score and whether they hold a component, components and incidents, as ids."""

    @property
    def edges(self) -> dict[tuple[str, str], tuple[float, bool]]: ...
    @property
    def components(self) -> list[list[str]]: ...
    @property
    def groups(self) -> list[list[str]]: ...


class Linker(Protocol):
    """Pure functions: the same arguments give the same answer, whatever the ledger holds."""

    def tellings(
        self, record: Record, *, ids: Mapping[str, str] | None = None, published_at: str | None = None
    ) -> tuple[Telling, ...]:
        """The incidents of a record as linking takes them."""

    def passage(self, record: Record, incident: Incident) -> str:
        """The words that tell an incident."""

    def align(self, old: Sequence[Telling], record: Record) -> dict[str, str]:
        """Local id -> permanent id of the incidents known from an older coding."""

    def mention_id(self, report: str, local: str) -> str:
        """A new permanent id."""

    def own_keys(self, mention: Mention) -> tuple[str, ...]:
        """Blocks that a mention stands in."""

    def sought_keys(self, mention: Mention) -> tuple[str, ...]:
        """Blocks to look into for its candidates."""

    def match(self, a: Mention, b: Mention) -> Match:
        """How well two mentions fit."""

    def joins(self, fit: Match) -> bool:
        """Whether that is enough."""

    def components(self, ids: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[list[str]]:
        """What hangs together."""

    def vague(self, mention: Mention) -> bool:
        """Whether its time or place is told too roughly to say which of several happenings is meant."""

    def live_edges(
        self, of: Iterable[str], scores: Mapping[tuple[str, str], float], vague: Collection[str]
    ) -> set[tuple[str, str]]:
        """Which edges of some mentions hold a component together."""

    def cluster_ids(
        self,
        ids: Sequence[str],
        known: Mapping[tuple[str, str], float],
        score: Callable[[str, str], float],
        ties: Ties,
    ) -> list[list[str]]:
        """The incidents of one component, ids in canonical order."""

    def link_graph(self, mentions: Sequence[Mention], ties: Ties) -> Graph:
        """All mentions linked from scratch."""

    def reconcile(
        self, tellings: Sequence[Telling], *, standing: Standing = "new", corrections: Sequence[Correction] = ()
    ) -> LinkedIncident:
        """What the mentions of one happening amount to."""

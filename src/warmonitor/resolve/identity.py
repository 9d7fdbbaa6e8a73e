"""Who is who in one report: each name its fullest form, and one number for all names of one actor."""

from __future__ import annotations

import re

from warmonitor.lexicon.actornames import same_actor, without_article
from warmonitor.lexicon.actors import Actors
from warmonitor.lexicon.nationalities import open_nations
from warmonitor.model.reading import Reading
from warmonitor.resolve.actor import fullest, kind_and_country
from warmonitor.resolve.making import Identity
from warmonitor.resolve.wording import body_of_person

_ASIDE = re.compile(r"\s*\([^)]*\)")
"""A short form given beside the name: "Northland Front (NF) faction"."""
_NARRATOR = "narrator"
_STATE_NOUNS = frozenset({"army", "military", "police", "government", "forces"})
_GROUPS = frozenset({"rebel-group", "militia", "jihadist-group", "criminal-group"})
"""Kinds of which a mere "army" is none, whatever they call themselves."""
_BELLIGERENTS = frozenset({"state-forces", "government", "coalition", "state", "police", "rebel-group", "militia", "jihadist-group"})
"""Kinds of publishers that take part in what they tell of."""


class Identities:
    """Resolves names of one report; calling it with a name gives its Identity. Names met first get the lower numbers."""

    def __init__(self, reading: Reading, actors: Actors) -> None:
        self._reading = reading
        self._actors = actors
        self._names = list(dict.fromkeys(n.text for n in reading.names if n.kind not in ("place", "facility")))
        self._entries = {n.text: n.entry for n in reversed(reading.names) if n.entry is not None and n.kind != "place"}
        self._defined = {
            n.text: full for n in reading.names
            if n.text.isupper() and " " not in n.text and n.kind in ("organisation", "armed-group")
            and (full := reading.references.get(n.last - 1)) is not None and len(full) > len(n.text)
        }  # fmt: skip
        self._known: dict[str, Identity] = {}
        self._firsts: list[Identity] = []

    def __call__(self, name: str) -> Identity:
        """The identity of `name`: a number equal for the same actor, its fullest form, kind and country."""
        name = without_article(" ".join(_ASIDE.sub("", name).split()))
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._resolve(name)
        return found

    def _resolve(self, name: str) -> Identity:
        name = self._defined.get(name, name)
        full = fullest(self._names, name, actors=self._actors) if name[:1].isupper() else name
        full = self._usual(self._state(full))
        entry, kind, country = kind_and_country(full, actors=self._actors)
        entry = self._entries.get(name) or entry
        for other in self._firsts:
            if (
                other.name == full
                or entry
                and other.entry == entry
                or same_actor(other.name, full, actors=self._actors)
                and not (full in _STATE_NOUNS and other.kind in _GROUPS)
            ):
                return other
        made = Identity(full, len(self._firsts), entry, kind, country)
        self._firsts.append(made)
        return made

    def _usual(self, name: str) -> str:
        """A coalition is known by descriptions, of which the longest is not the best: the report's most frequent one stands."""
        found = self._actors.find(name)
        if len(found) != 1 or found[0].kind != "coalition":
            return name
        forms = [n.text for n in self._reading.names if n.entry == found[0].id]
        forms = [f for f in forms if " " in f] or forms  # an acronym only where nothing else names it
        return max(dict.fromkeys(forms), key=forms.count) if forms else name

    def _state(self, name: str) -> str:
        """A bare nationality stands for its state: "American" (assault) is the United States."""
        found = self._actors.find(name) if name != name.lower() else ()  # "a car" is no Central African Republic
        if len(found) == 1 and found[0].kind == "state":
            return next((n for n in self._names if n == found[0].name), found[0].name)
        nation = open_nations().adjective(name) if len(name.split()) == 1 else None
        return nation.name if nation is not None and nation.code is not None else name

    def of_speakers(self) -> dict[str, int]:
        """Number of each speaker's name; who speaks for an armed group has the group's."""
        said = dict.fromkeys(a.speaker.name for a in self._reading.attributions if a.speaker.name != _NARRATOR)
        return {name: self(body_of_person(self._reading, name) or name).number for name in said}

    def speaker_states(self) -> dict[str, str]:
        """Country of each speaker that is a body of a state."""
        out = {}
        for a in self._reading.attributions:
            who = self(a.speaker.name)
            if (
                who.kind in ("state", "state-forces", "government", "police")
                and who.country
                and a.speaker.name != _NARRATOR
            ):
                out[a.speaker.name] = who.country
        return out

    def publisher(self) -> int | None:
        """Number of the publishing body, where it is a force or government itself."""
        outlet = self._reading.report.outlet
        return self(outlet).number if outlet and self.publisher_kind() != "unknown" else None

    def publisher_kind(self) -> str:
        """Kind of the publishing body, where it is a force or government itself, else "unknown"."""
        outlet = self._reading.report.outlet
        kind = kind_and_country(outlet, actors=self._actors)[1] if outlet else "unknown"
        return kind if kind in _BELLIGERENTS else "unknown"

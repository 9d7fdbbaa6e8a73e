"""The policy at work: one incident in, what may be published of it out.

Only `clear` makes a `Cleared`, and exports take nothing else, so that no format can be written around the policy.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache, cached_property
from urllib.parse import unquote

from warmonitor.model import Place
from warmonitor.model.published import PrivateName, PublishedActor, PublishedClaim, PublishedIncident, PublishedSource
from warmonitor.publish.columns import Row, claim_rows, incident_row, link_rows, source_rows
from warmonitor.publish.loss import held
from warmonitor.publish.names import RUN, personal_names, unmaskable
from warmonitor.publish.plain import one_line, to_plain
from warmonitor.publish.policy import Policy
from warmonitor.publish.privacy import sensitive_kind

WITHHELD = "[name withheld]"
SENTENCE_WITHHELD = "[sentence withheld: names cannot be told in it]"
_AFTER_PLACE_WORD = re.compile(
    r"(?:\b(?:in|near|at|outside|around|towards?|into|across|via)(?:\s+the)?\s+|-)$", re.IGNORECASE
)


@dataclass(frozen=True, eq=False)
class Cleared:
    """An incident as the policy of that mark lets it out; `content` is the whole of it as one line of JSON.

    What several formats need is worked out once and kept. Equal only to itself.
    """

    incident: PublishedIncident
    policy: str
    content: str

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content: equal digests, equal incidents."""
        return hashlib.sha256(self.content.encode()).hexdigest()

    @cached_property
    def row(self) -> Row:
        """Its row in our table of incidents."""
        return incident_row(self.incident, self.policy, self.digest)

    @cached_property
    def claims(self) -> tuple[Row, ...]:
        """Its rows in our table of claims."""
        return tuple(claim_rows(self.incident))

    @cached_property
    def held(self) -> dict[str, int]:
        """How much it holds of each field that a format may lose."""
        return held(self.incident)

    def rows(self, table: str) -> Iterable[Row]:
        """Its rows in our table of that name."""
        if table == "incidents":
            return (self.row,)
        if table == "claims":
            return self.claims
        return link_rows(self.incident) if table == "links" else source_rows(self.incident)


@dataclass(frozen=True, slots=True)
class Withheld:
    """An incident that the policy holds back, and why."""

    id: str
    why: str


Rewrite = Callable[[str], str]


def clear(incident: PublishedIncident, policy: Policy) -> Cleared | Withheld:
    """The incident with names, coordinates and wording as the policy wants them, or why it stays back.

    Clearing what is cleared already changes nothing.
    """
    if not _old_enough(incident, policy):
        return Withheld(incident.id, f"policy: {policy.delay_days} day(s) must pass before publication")
    sensitive = policy.sensitive_action != "publish" and _is_sensitive(incident, policy)
    if sensitive and policy.sensitive_action == "withhold":
        return Withheld(incident.id, "policy: a sensitive kind of place")
    rewrite = _rewriter(incident, policy)
    excerpt = _excerpter(incident, policy, rewrite)
    decimals = min(policy.decimals, policy.sensitive_decimals) if sensitive else policy.decimals
    places = tuple(_placed(p, decimals, sensitive and _sensitive_place(p, policy)) for p in incident.places)
    cleared = replace(
        incident,
        label=rewrite(incident.label),
        places=tuple(dict.fromkeys(places)),
        actors=tuple(_actor(a, policy, rewrite) for a in incident.actors),
        casualties=tuple(replace(c, who=rewrite(c.who)) if c.who else c for c in incident.casualties),
        claims=tuple(_claim(c, rewrite, excerpt) for c in incident.claims),
        sources=tuple(_source(s, rewrite) for s in incident.sources),
        grounds=tuple(map(rewrite, incident.grounds)),
        links=tuple(replace(k, sentence=excerpt(k.sentence)) for k in incident.links),
        private_names=(),
    )
    return Cleared(cleared, policy.mark, one_line(to_plain(cleared)))


def _old_enough(incident: PublishedIncident, policy: Policy) -> bool:
    if policy.delay_days == 0:
        return True
    told = incident.told()
    last = incident.when.end or incident.when.start or (told[-1] if told else None)
    now = policy.as_of or (told[-1] if told else None)
    return last is not None and now is not None and now - last >= timedelta(days=policy.delay_days)


def _is_sensitive(incident: PublishedIncident, policy: Policy) -> bool:
    targets = (sensitive_kind(a.name) for a in incident.actors if a.role == "target")
    return any(found and found[0] in policy.sensitive_kinds for found in targets) or any(
        _sensitive_place(p, policy) for p in incident.places
    )


def _sensitive_place(place: Place, policy: Policy) -> bool:
    found = sensitive_kind(place.name)
    return place.kind in policy.sensitive_kinds or (found is not None and found[0] in policy.sensitive_kinds)


# names ------------------------------------------------------------------------------------------------------------
def _rewriter(incident: PublishedIncident, policy: Policy) -> Rewrite:
    """Replaces the names that the policy withholds, and the last names of withheld persons where they stand alone."""
    instead: dict[str, str] = {}
    for private in incident.private_names:
        if private.why == "facility":
            found = sensitive_kind(private.name)
            if policy.sensitive_action != "publish" and found and found[0] in policy.sensitive_kinds:
                instead[private.name.lower()] = private.instead or found[1]
        elif _withheld(private, policy):
            instead[private.name.lower()] = private.instead or WITHHELD
            last = private.name.split()[-1]
            if len(last) > 2 and last[:1].isupper() and not _is_public(last, incident):
                instead.setdefault(last.lower(), private.instead or WITHHELD)
    if policy.sensitive_action != "publish":
        for place in incident.places:
            if _sensitive_place(place, policy):
                found = sensitive_kind(place.name)
                instead.setdefault(place.name.lower(), found[1] if found else f"a {place.kind}")
    if not instead:
        return _as_it_is
    longest_first = sorted(instead, key=lambda n: (-len(n), n))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(_spaced(n) for n in longest_first) + r")(?!\w)", re.IGNORECASE)
    return lambda words: pattern.sub(lambda m: instead[" ".join(m.group().lower().split())], words)


def _withheld(private: PrivateName, policy: Policy) -> bool:
    """Whether the policy withholds the name of a person."""
    if private.why == "private":
        return policy.private_persons == "withhold"
    return policy.victims == "withhold" or (policy.victims == "withhold-private" and private.why == "victim")


def _as_it_is(words: str) -> str:
    return words


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(w) for w in name.split())


def _is_public(word: str, incident: PublishedIncident) -> bool:
    names = [p.name for p in incident.places] + [a.name for a in incident.actors if a.entry]
    return any(word in n.split() for n in names)


def _excerpter(incident: PublishedIncident, policy: Policy, rewrite: Rewrite) -> Rewrite:
    if policy.excerpts == "omit":
        return lambda words: ""
    if policy.excerpts == "publish":
        return rewrite
    withheld = {n.name for n in incident.private_names if n.why != "facility" and _withheld(n, policy)}
    known = [n.name for n in incident.private_names if n.why != "facility"]
    known += [a.name for a in incident.actors] + [c.speaker for c in incident.claims]
    known += [v for c in incident.claims for v in c.via] + [p.name for p in incident.places]
    known += [p.admin1 for p in incident.places if p.admin1] + [w.name for w in incident.weapons]
    known += [s.outlet for s in incident.sources if s.outlet]
    public = " | ".join(k for k in dict.fromkeys(known) if k not in withheld).lower()

    @cache  # several claims rest on one sentence
    def masked(words: str) -> str:
        if RUN.search(words) is None:
            return rewrite(words)
        return SENTENCE_WITHHELD if words != SENTENCE_WITHHELD and unmaskable(words) else mask(rewrite(words), public)

    return masked


def mask(words: str, public: str) -> str:
    """The words with every run that looks like a person's name masked, unless it stands in `public` (lower case).

    A run right after "in", "near", "at" … is a place's. What is masked wrongly is a loss; what is not would be a harm.

    >>> mask("Ana Roe, 34, was hit near Qasr Amij, the Falcons Brigade said.", "")
    '[name withheld], 34, was hit near Qasr Amij, the Falcons Brigade said.'
    """
    return _masked(words, tuple(r for r in personal_names(words) if not _known(words, r, public)))


def _masked(words: str, runs: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(runs):
        words = words[:start] + WITHHELD + words[end:]
    return words


def _known(words: str, run: tuple[int, int], public: str) -> bool:
    return words[slice(*run)].lower() in public or bool(_AFTER_PLACE_WORD.search(words[: run[0]]))


# places and wording -------------------------------------------------------------------------------------------------
def _placed(place: Place, decimals: int, nameless: bool) -> Place:
    """The place with its coordinates cut; under a wider name where its own is a sensitive facility's."""
    lat = None if place.lat is None else round(place.lat, decimals)
    lon = None if place.lon is None else round(place.lon, decimals)
    if not nameless:
        return place if (lat, lon) == (place.lat, place.lon) else replace(place, lat=lat, lon=lon, why="")
    wider = place.admin1 or place.country or ""
    return replace(place, name=wider, lat=lat, lon=lon, precision=3, geonameid=None, kind="region", why="")


def _actor(actor: PublishedActor, policy: Policy, rewrite: Rewrite) -> PublishedActor:
    if rewrite is not _as_it_is:
        speakers, deniers = tuple(map(rewrite, actor.speakers)), tuple(map(rewrite, actor.deniers))
        actor = replace(actor, name=rewrite(actor.name), speakers=speakers, deniers=deniers)
    wording = worded(actor) if policy.perpetrators == "alleged" else ""
    return actor if actor.wording == wording else replace(actor, wording=wording)


def worded(actor: PublishedActor) -> str:
    """How a perpetrator is printed who is not simply stated: with who says so. Empty where the name alone is fair.

    >>> worded(PublishedActor("Falcons", "perpetrator", "attributed", speakers=("police",)))
    'Falcons (alleged by police)'
    """
    if actor.role != "perpetrator" or actor.status in ("stated", "claimed"):
        return ""
    by = ", ".join(s for s in actor.speakers if s != "narrator")
    denied = f", denied by {', '.join(actor.deniers)}" if actor.deniers else ""
    if actor.status == "denied":
        return f"{actor.name} (denied by {', '.join(actor.deniers)})" if actor.deniers else f"{actor.name} (denied)"
    if actor.status == "attributed":
        return f"{actor.name} (alleged{' by ' + by if by else ''}{denied})"
    return f"{actor.name} (suspected{', according to ' + by if by else ''}{denied})"


def _source(source: PublishedSource, rewrite: Rewrite) -> PublishedSource:
    """Without what is withheld in its title; without its address where that spells a withheld name ("…/ana-roe-killed")."""
    if rewrite is _as_it_is:
        return source
    title = rewrite(source.title) if source.title else source.title
    spelt = re.sub(r"[\W_]+", " ", unquote(source.url)) if source.url else ""
    return replace(source, title=title, url=source.url if rewrite(spelt) == spelt else None)


def _claim(claim: PublishedClaim, rewrite: Rewrite, excerpt: Rewrite) -> PublishedClaim:
    sentence = excerpt(claim.sentence)
    if rewrite is _as_it_is:  # nothing is withheld by name: most incidents
        return claim if sentence == claim.sentence else replace(claim, sentence=sentence)
    return replace(
        claim,
        value=rewrite(claim.value) if isinstance(claim.value, str) else claim.value,
        speaker=rewrite(claim.speaker),
        who=rewrite(claim.who) if claim.who else claim.who,
        via=tuple(rewrite(v) for v in claim.via),
        sentence=sentence,
    )

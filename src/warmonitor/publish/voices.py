"""Who speaks in a claim, by a name that tells speakers of several reports apart."""

from __future__ import annotations

from warmonitor.model.published import PublishedClaim, PublishedIncident


def voice(claim: PublishedClaim, incident: PublishedIncident) -> str:
    """Who speaks; where it is the outlet in its own voice, which outlet, for another's own voice is another speaker."""
    if claim.speaker != "narrator":
        return claim.speaker
    outlet = next((s.outlet for s in incident.sources if s.id == claim.report and s.outlet), None)
    return f"{outlet} itself" if outlet else "the outlet itself"

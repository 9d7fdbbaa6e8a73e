"""What is kept: reports, codings, claims, decisions, and the incidents they amount to."""

from warmonitor.ledger.asked import Asked
from warmonitor.ledger.decisions import ACTIONS, FIELDS, REASONS, Decision
from warmonitor.ledger.history import Event, History
from warmonitor.ledger.keep import Added, Coder, Origin
from warmonitor.ledger.ledger import Ledger, open_ledger

__all__ = [
    "ACTIONS", "FIELDS", "REASONS", "Added", "Asked", "Coder", "Decision", "Event", "History", "Ledger", "Origin", "open_ledger",
]  # fmt: skip

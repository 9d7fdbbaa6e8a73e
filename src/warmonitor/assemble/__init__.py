"""Mentions of one report to its record: which belong to which incident, and who says what of it."""

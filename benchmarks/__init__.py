"""Measurements of speed and memory; accuracy is in evaluation/."""

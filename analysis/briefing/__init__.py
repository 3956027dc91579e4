"""Notebooks → executed notebooks → HTML, PDF, index and manifest: the only place that knows how a briefing is made."""

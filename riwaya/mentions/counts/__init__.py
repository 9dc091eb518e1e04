"""Counts: the nouns, harms and victims that numbers count."""

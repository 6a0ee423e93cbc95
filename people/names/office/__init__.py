"""Offices beside a name: their phrases, verbs, lists, places and synonyms."""

"""Mentions become claims: who says what, in which words, through whom."""

"""Numerals: number words and digits read as values, with what is written on to them."""

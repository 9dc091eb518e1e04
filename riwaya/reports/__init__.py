"""Bytes become reports."""

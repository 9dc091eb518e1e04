"""Dates: the words of the calendar read as days and periods."""

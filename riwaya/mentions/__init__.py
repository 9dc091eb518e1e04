"""A sentence's actors, people, places, times, quantities and happenings."""

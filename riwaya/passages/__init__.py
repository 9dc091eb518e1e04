"""A report becomes sentences and quotations."""

"""The ledger of reports and claims."""

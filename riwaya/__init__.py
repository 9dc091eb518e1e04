"""Riwaya reads conflict reporting in Arabic and keeps a ledger of who claims what.

>>> import riwaya
>>> claims = riwaya.read("وقال مصدر عسكري إن القصف توقف.", published="2026-03-01", outlet="…")
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from riwaya.claims.claim import Claim as Claim
    from riwaya.pipeline import read_text as read
    from riwaya.reports.report import Report as Report

__version__ = "0.1.0"
__all__ = ["Claim", "Report", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """The reading is loaded when it is first asked for: `import riwaya` alone reads no packs."""
    if name == "read":
        from riwaya.pipeline import read_text

        return read_text
    if name == "Claim":
        from riwaya.claims.claim import Claim

        return Claim
    if name == "Report":
        from riwaya.reports.report import Report

        return Report
    raise AttributeError(f"module 'riwaya' has no attribute {name!r}")

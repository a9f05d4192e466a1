"""Mail that machines sent: nobody waits for an answer to it, and answering it makes loops (RFC 3834)."""

from collections.abc import Mapping, Sequence

_BULK = frozenset({"bulk", "list", "junk", "auto_reply"})
_UNWANTED = frozenset({"all", "autoreply"})
"""Of X-Auto-Response-Suppress: what a sender says who wants no answer of a machine."""

_MACHINES = ("mailer-daemon", "postmaster", "noreply", "no-reply", "do-not-reply", "donotreply", "bounce")
_LISTS = ("list-id", "list-unsubscribe", "list-post", "list-help", "list-archive", "mailing-list")


def automatic(headers: Mapping[str, Sequence[str]], content_type: str, email: str) -> str:
    """Why this mail is automatic, empty when a person wrote it. `headers` by lower-case name."""
    return _announced(headers) or _listed(headers) or _bounced(headers, content_type, email)


def _announced(headers: Mapping[str, Sequence[str]]) -> str:
    submitted = _first(headers, "auto-submitted").partition(";")[0].strip()
    if submitted and submitted != "no":
        return f"automatic mail (Auto-Submitted: {submitted[:60]})"
    precedence = _first(headers, "precedence")
    if precedence in _BULK:
        return f"automatic mail (Precedence: {precedence})"
    unwanted = _first(headers, "x-auto-response-suppress")
    if _UNWANTED & {word.strip() for word in unwanted.split(",")}:
        return f"automatic mail (X-Auto-Response-Suppress: {unwanted[:60]})"
    named = next((name for name in ("x-autoreply", "x-autorespond", "x-auto-reply", "x-loop") if name in headers), "")
    return f"automatic mail ({named})" if named else ""


def _listed(headers: Mapping[str, Sequence[str]]) -> str:
    named = next((name for name in _LISTS if name in headers), "")
    return f"mailing list ({named})" if named else ""


def _bounced(headers: Mapping[str, Sequence[str]], content_type: str, email: str) -> str:
    if "return-path" in headers and _first(headers, "return-path").strip() in {"<>", "<mailer-daemon>"}:
        return "delivery report (empty Return-Path)"
    if content_type in {"multipart/report", "message/delivery-status", "message/disposition-notification"}:
        return f"delivery report ({content_type})"
    local = email.lower().partition("@")[0]
    if local.startswith(_MACHINES):
        return f"automatic mail (from {local[:60]})"
    return ""


def _first(headers: Mapping[str, Sequence[str]], name: str) -> str:
    values = headers.get(name, ())
    return values[0].strip().lower() if values else ""

"""Tables of what the desk promises, does by rule, and is told by ratings. What happens to a ticket is written down by triggers,
so whoever writes it, nothing is missed; the work itself waits as rows. Numbers of what the history speaks of are never given
twice."""

import sqlalchemy as sa

from helpdesk.adapters.sqlite.certifying_tables import listing, mapping
from helpdesk.adapters.sqlite.columns import derived, key, link, metadata, moment, number, owner, text

calendars = sa.Table(
    "calendars",
    metadata,
    key(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    text("zone", "UTC"),
    listing("week"),
    listing("holidays"),
    moment("changed_at"),
    sqlite_autoincrement=True,
)
service_levels = sa.Table(
    "service_levels",
    metadata,
    key(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    number("position"),
    mapping("conditions"),
    number("calendar_id"),
    number("first_reply"),
    number("next_reply"),
    number("solve"),
    number("warning"),
    listing("at_breach"),
    moment("changed_at"),
    text("query"),
    sqlite_autoincrement=True,
)
promises = sa.Table(
    "promises",
    metadata,
    owner("ticket_id", "tickets"),
    sa.Column("kind", sa.Text, primary_key=True),
    number("level_id"),
    text("state"),
    moment("started_at"),
    moment("due_at", null=True),
    moment("warn_at", null=True),
    number("left_seconds"),
    moment("met_at", null=True),
    text("told"),
    derived("took_seconds", sa.Float(), "round((julianday(met_at) - julianday(started_at)) * 86400)"),
    sa.Index("promises_of_level", "level_id", "kind", "started_at", "state", "told", "took_seconds"),
    sa.Index("promises_to_warn", "state", "told", "warn_at"),
    sa.Index("promises_to_break", "state", "told", "due_at"),
)
promise_work = sa.Table(
    "promise_work",
    metadata,
    owner("ticket_id", "tickets"),
)
status_changes = sa.Table("status_changes", metadata, key(), link("ticket_id", "tickets"), text("status"), moment("at"))
rules = sa.Table(
    "rules",
    metadata,
    key(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    number("position"),
    number("enabled"),
    text("occasion"),
    mapping("conditions"),
    listing("actions"),
    number("hours"),
    text("stopped"),
    moment("changed_at"),
    text("query"),
    sqlite_autoincrement=True,
)
rule_work = sa.Table("rule_work", metadata, key(), link("ticket_id", "tickets"), text("occasion"))
rule_runs = sa.Table(
    "rule_runs",
    metadata,
    key(),
    number("rule_id"),
    text("rule"),
    text("occasion"),
    text("operation"),
    number("tickets"),
    text("failure"),
    moment("at"),
    moment("undone_at", null=True),
    sa.Index("rule_runs_by_rule", "rule_id", "at"),
)
rule_firings = sa.Table(
    "rule_firings",
    metadata,
    key(),
    link("run_id", "rule_runs"),
    link("ticket_id", "tickets"),
    number("rule_id"),
    moment("at"),
    sa.Index("rule_firings_of_rule", "rule_id", "ticket_id", "at"),
)
rating_requests = sa.Table(
    "rating_requests",
    metadata,
    key(),
    sa.Column("token", sa.Text, nullable=False, unique=True),
    link("ticket_id", "tickets"),
    number("outbox_id"),
    moment("asked_at"),
    moment("used_at", null=True),
    number("stars"),
)

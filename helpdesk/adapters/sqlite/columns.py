"""What every table is made of."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

metadata = sa.MetaData()


def moment_text(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment_said(stored: str | None) -> datetime | None:
    return None if stored is None else datetime.fromisoformat(stored)


class Moment(TypeDecorator[datetime]):
    """A UTC moment as sortable text, microseconds kept."""

    impl = sa.String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        return None if value is None else moment_text(value)

    def process_result_value(self, value: Any, dialect: Any) -> datetime | None:
        return moment_said(value)


def stored(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """As it lies in the store."""
    return sa.type_coerce(column, sa.Text)


def key() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def link(name: str, target: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{target}.id", ondelete="CASCADE"), nullable=null, index=True)


def owner(name: str, target: str) -> sa.Column[int]:
    """The row belongs to another one, or to this and another, and goes with it."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{target}.id", ondelete="CASCADE"), primary_key=True)


def text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=sa.text(f"'{default}'"))


def number(name: str, default: int = 0) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default=sa.text(str(default)))


def moment(name: str, *, null: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, Moment, nullable=null)


def derived(name: str, kind: sa.types.TypeEngine[Any], how: str) -> sa.Column[Any]:
    """What SQLite works out itself from the row's other columns; an index may hold it."""
    return sa.Column(name, kind, sa.Computed(how, persisted=False))

"""Ways in and out: mail files, tables of tickets, a drop folder and an outbox folder."""

"""The store on SQLite: engine, tables, rows, migrations and the records services ask for."""

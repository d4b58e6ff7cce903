"""Runs outputs/reproduce.sql in DuckDB and says whether scores and places come out the same, to the last digit.

    python3 tests/reproduce.py OUTPUTS

DuckDB is an implementation of the arithmetic that shares no line with ours. Where it is not installed, the check is
skipped and says so; with --require that is a failure.
"""

import os
import sys


def main() -> int:
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    required = "--require" in sys.argv[1:]
    try:
        import duckdb
    except ImportError:
        print("SKIPPED: reproduce.sql was NOT checked, duckdb is missing (python3 -m pip install duckdb)", file=sys.stderr)
        return 1 if required else 0
    os.chdir(folders[0] if folders else "outputs")
    connection = duckdb.connect()
    with open("reproduce.sql", encoding="utf-8") as query:
        differences = connection.execute(query.read()).fetchall()
    # An empty answer must not come from empty tables.
    figures, indicators = connection.execute(
        "SELECT count(*), count(DISTINCT code) FROM figures WHERE value IS NOT NULL"
    ).fetchone()
    published, places = connection.execute(
        "SELECT (SELECT count(value) FROM 'tables/scores.parquet'), (SELECT count(place) FROM 'tables/rankings.parquet')"
    ).fetchone()
    for difference in differences:
        print("DIFFERS:", *difference, file=sys.stderr)
    if published == 0 or figures != published:
        print(f"FAILED: {figures} figures recomputed, {published} published", file=sys.stderr)
        return 1
    print(f"reproduce.sql: {published} figures ({indicators} codes) and {places} places, {len(differences)} differ")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())

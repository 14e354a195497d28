"""A PostgreSQL server for one test run: on a socket, in a folder of its own, as durable as a real one."""

import os
import shutil
import subprocess
from pathlib import Path

import psycopg
from psycopg import sql

from tests.ground.needs import absent, program
from tests.ground.run import Shared

SETTINGS = (
    "listen_addresses=",  # nothing on the network, so no port to clash
    "unix_socket_permissions=0700",
    "max_connections=60",
    "shared_buffers=64MB",
)


def server(folder: Path) -> Shared:
    """Start a new, empty server in folder; its word is the DSN of the database `postgres`."""
    initdb = program(
        "postgresql", called="initdb", folders=list(Path("/usr/lib/postgresql").glob("*/bin"))
    )
    pg_ctl, data = initdb.with_name("pg_ctl"), folder / "data"
    become = owner()
    folder.chmod(0o700)
    if become:
        shutil.chown(folder, user="postgres", group="postgres")
    where = ["--auth-local=trust", "--auth-host=reject", "--username=postgres", str(data)]
    run(*become, str(initdb), "--locale=C", "--encoding=UTF8", "--no-sync", *where, within=folder)
    options = " ".join(
        f"-c {setting}" for setting in (*SETTINGS, f"unix_socket_directories={folder}")
    )
    start = ["--log", str(folder / "log"), "--options", options, "--wait", "start"]
    run(*become, str(pg_ctl), "--pgdata", str(data), *start, within=folder)
    stop = ["--mode", "immediate", "--wait", "stop"]
    return Shared(
        word=f"postgresql://postgres@/postgres?host={folder}",
        ending=[*become, str(pg_ctl), "--pgdata", str(data), *stop],
    )


def owner() -> list[str]:
    """Return the words that make a command run as who may own a server: never root."""
    if os.geteuid() != 0:
        return []
    runuser = shutil.which("runuser")
    if runuser is None:
        absent(
            "postgresql", because="root may not run it, and there is no runuser to step down with"
        )
    return [runuser, "-u", "postgres", "--"]


def run(*command: str, within: Path) -> None:
    """Run to the end; a failure carries what the program said, and the server's log."""
    # The server outlives pg_ctl and would hold a pipe open for ever, so the words go to a file.
    said = within.with_name(f"{within.name}.said")
    with said.open("w") as out:
        done = subprocess.run(command, stdout=out, stderr=out, cwd="/", check=False)
    if done.returncode:
        log = within / "log"
        more = log.read_text() if log.exists() else ""
        raise RuntimeError(f"{' '.join(command)} failed:\n{said.read_text()}{more}")


def new_database(dsn: str, *, name: str, like: str = "template0") -> str:
    """Create a database on the server, empty or as another is that nobody has open, and return its DSN."""
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
        sql.Identifier(name), sql.Identifier(like)
    )
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(statement)
    return dsn.replace("/postgres?", f"/{name}?")


def drop_database(dsn: str, *, name: str) -> None:
    """Drop the database, and whoever is still connected to it."""
    statement = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(statement)

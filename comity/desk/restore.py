"""A backup put back: filled into an empty database, computed anew, and verified before it counts."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from comity.acts import register
from comity.core.errors import Broken, Malformed
from comity.desk.archive import Archive
from comity.desk.backups import Noted, note, sha256_of
from comity.desk.desk import Desk
from comity.desk.folder import MARK, ROLES, Folder, kept_settings, write_secret
from comity.desk.replay import unwatched
from comity.desk.whole_log import WholeLog
from comity.record import read_vkey
from comity.record.errors import Fault
from comity.record.export import Verified, verify_log
from comity.store import acts, copying, database, log
from comity.store.database import Database
from comity.store.tables import KEPT


@dataclass(frozen=True)
class Restored:
    """What a backup turned out to hold."""

    verified: Verified
    accounts: int


def restore(
    archive: Archive,
    path: Path,
    *,
    keys: Path | None,
    take_accounts: Callable[[Archive], int],
    told: Callable[[int], None] = unwatched,
) -> Restored:
    """Put a backup into a new data folder, and its rows where the settings say; raise Broken where it does not hold.

    The folder counts as a programme only when all of it is there.
    """
    secrets = _secrets(archive, keys)
    kept = database.of_django()
    if not copying.is_empty(kept):
        raise Broken("the database that COMITY_DATABASE names holds a programme already")
    folder = Folder(path)
    folder.create(secrets)
    _check_log_key(archive, folder)
    verified = _refill(archive, kept, told=told)
    accounts = take_accounts(archive)
    _tell(archive, folder, is_simulated=verified.is_simulated)
    folder.finish()
    return Restored(verified, accounts)


def rehearse(
    desk: Desk,
    archive: Archive,
    *,
    count_accounts: Callable[[Archive], int],
    told: Callable[[int], None] = unwatched,
) -> Restored:
    """Put a backup into a database that is thrown away: what would come of a restore, without one."""
    with tempfile.TemporaryDirectory(prefix="comity-rehearsal-") as place:
        fresh = database.in_file(Path(place) / "comity.sqlite3")
        try:
            if not copying.is_empty(fresh):
                raise Broken("a database that was just made is not empty")
            found = Restored(_refill(archive, fresh, told=told), count_accounts(archive))
        finally:
            fresh.close()
    at = acts.stamp(desk.clock())
    note(desk.folder, Noted("rehearsed", at, sha256_of(archive.path)))
    return found


def _refill(archive: Archive, kept: Database, *, told: Callable[[int], None]) -> Verified:
    """Fill, compute and verify in one transaction: all of it stands, or none."""
    register.load()
    with kept.writing():
        for table in sorted(KEPT):
            copying.fill(kept, table, archive.manifest.columns.get(table, ()), archive.rows(table))
        kept.settle()
        copying.rebuild(kept, told=told)
        return _verified(archive, kept)


def _verified(archive: Archive, kept: Database) -> Verified:
    head = log.head(kept)
    if (head.origin, head.size) != (archive.manifest.origin, archive.manifest.size):
        raise Malformed(
            f"{archive.path}: manifest.json",
            expected=f"{head.origin} with {head.size} acts, as its record has",
            found=f"{archive.manifest.origin} with {archive.manifest.size}",
        )
    found = verify_log(WholeLog(kept), vkey=archive.manifest.vkey)
    if isinstance(found, Fault):
        where = "" if found.index is None else f" at act {found.index}"
        raise Broken(
            f"{archive.path} does not hold{where}: {found.fault}, expected {found.expected}, found {found.found}"
        )
    if found.sealed or found.signatures_sealed:
        raise Broken(f"{archive.path} is not whole: {found.sealed} parts are missing")
    return found


def _secrets(archive: Archive, keys: Path | None) -> dict[str, str]:
    """Return the keys: those given, else those of the backup."""
    if keys is None and not archive.has_keys:
        raise Broken(f"{archive.path} holds no keys; say where they are kept with --keys DIR")
    if keys is None:
        found = {name.removeprefix("keys/"): archive.text(name) for name in archive.names("keys/")}
    else:
        try:
            found = {path.name: path.read_text() for path in sorted(keys.iterdir())}
        except (OSError, UnicodeDecodeError) as error:
            raise Broken(f"the keys in {keys} cannot be read: {error}") from error
    if missing := {"host", "log", "session"} - found.keys():
        raise Broken(f"there is no key {sorted(missing)[0]!r} among {', '.join(sorted(found))}")
    return found


def _tell(archive: Archive, folder: Folder, *, is_simulated: bool) -> None:
    """Put back what stood beside the record; a demonstration stays one, and nothing else becomes one."""
    for name in archive.names("folder/"):
        write_secret(folder.path / name.removeprefix("folder/"), archive.text(name))
    kept_settings(folder.path)
    if is_simulated and not (folder.path / MARK).exists():
        write_secret(folder.path / MARK, archive.manifest.at[:19] + "Z\n")
    if not is_simulated and any((folder.path / name).exists() for name in (MARK, ROLES)):
        raise Broken(
            f"{archive.path} holds marks of a demonstration, and its record is none: it was altered"
        )


def _check_log_key(archive: Archive, folder: Folder) -> None:
    """Raise Broken where another log's key was given: nothing could be added to this one."""
    expected = read_vkey(archive.manifest.vkey).public
    if folder.log_key.public != expected:
        raise Broken(f"the key 'log' is not that of {archive.manifest.origin}")

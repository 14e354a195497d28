"""How far a person has read, kept for them alone, so that their desk can say what changed since."""

from comity.accounts.models import Account


def last_seen(person: str) -> int:
    """Return the index of the newest act when they last looked at their desk; -1 before the first time."""
    found = Account.objects.filter(pk=person).values_list("seen_index", flat=True).first()
    return -1 if found is None else found


def keep_seen(person: str, *, index: int) -> None:
    """Remember how far a person has read; it never goes back."""
    Account.objects.filter(pk=person, seen_index__lt=index).update(seen_index=index)

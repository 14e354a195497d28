"""What is kept of people as users of the software. It stands beside the record and is erased without a trace.

No name and no office is copied from the record: an account is a person's opaque id and how to reach them.
"""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import get_random_string, salted_hmac


def new_epoch() -> str:
    """Return what sessions are bound to from now on."""
    return get_random_string(32)


class Accounts(BaseUserManager["Account"]):
    """All accounts there are."""

    def of(self, person: str) -> "Account":
        """Return a person's account, made at the first need."""
        return self.get_or_create(person=person)[0]


class Account(AbstractBaseUser):
    """A person who can sign in."""

    password = None  # type: ignore[assignment]
    last_login = None

    person = models.CharField(max_length=40, primary_key=True)
    mail = models.EmailField(blank=True, default="", db_index=True)
    is_active = models.BooleanField(default=True)
    epoch = models.CharField(max_length=32, default=new_epoch)
    seen_index = models.BigIntegerField(default=-1)
    zone = models.CharField(max_length=60, blank=True, default="")
    """The zone of their own clock; empty for that of their party."""
    notices = models.CharField(max_length=10, default="at-once")
    """How letters that ask nothing by a time reach them: `at-once`, or `daily`, in one letter each morning."""
    digest_at = models.DateTimeField(null=True, db_index=True)
    """When the next daily letter is due."""
    digest_index = models.BigIntegerField(default=-1)
    """The newest act that the last one told of."""

    USERNAME_FIELD = "person"
    EMAIL_FIELD = "mail"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[Accounts] = Accounts()

    def get_session_auth_hash(self) -> str:
        """Bind sessions to an epoch: a new one signs the person out everywhere."""
        return salted_hmac("comity.accounts.session", self.epoch, algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> "list[str]":
        """Accept no older key."""
        return []

    def __str__(self) -> str:
        return self.person


class Token(models.Model):
    """A secret with which a program acts for a person; only its digest is kept."""

    digest = models.CharField(max_length=64, primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    scopes = models.CharField(max_length=60)
    expires = models.DateTimeField(null=True)


class Link(models.Model):
    """A sign-in link: it works once, until it expires; only its digest is kept."""

    digest = models.CharField(max_length=64, primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    expires = models.DateTimeField()
    is_used = models.BooleanField(default=False)


class Wish(models.Model):
    """What a person asks of the secretariat about what is held of them; it is no act, and can be erased with them."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    what = models.CharField(max_length=10)
    """correct, object or erase."""
    words = models.TextField()
    at = models.DateTimeField()
    answer = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)


class Notice(models.Model):
    """A page in the secretariat's own words, in place of the one that comes with the program: `privacy`."""

    key = models.CharField(max_length=20, primary_key=True)
    words = models.TextField()
    at = models.DateTimeField()


class Asked(models.Model):
    """Somebody asked for a sign-in letter to this address. Whether it is known is looked up only on sending."""

    mail = models.EmailField()
    language = models.CharField(max_length=12, default="en")
    at = models.DateTimeField()


LONGEST_MAIL = 254
"""The most characters of an address: what a letter's path may have (RFC 5321, 4.5.3.1.3, less its brackets)."""


class Tally(models.Model):
    """How often something was tried in a window of time, by whom only as a keyed hash."""

    key = models.CharField(max_length=64, primary_key=True)
    until = models.DateTimeField(db_index=True)
    count = models.IntegerField()


class ByForm(models.Model):
    """What a stranger stated by a form: kept beside the record until it is public, declined or too old.

    first, second   written to; the link in the letter is good until then
    review          the secretariat looks at it
    public, declined   what became of it is still to be told
    """

    ref = models.CharField(max_length=40, primary_key=True)
    of = models.CharField(max_length=90)
    mail = models.EmailField()
    language = models.CharField(max_length=12, default="en")
    stage = models.CharField(max_length=12, default="first", db_index=True)
    to_write = models.BooleanField(default=True)
    digest = models.CharField(max_length=64, blank=True, default="", db_index=True)
    at = models.DateTimeField()
    until = models.DateTimeField()
    reason = models.TextField(blank=True, default="")

    class Meta:
        """It is no table of its own."""

        abstract = True


class Stated(ByForm):
    """An endorsement stated by a form."""

    organization = models.CharField(max_length=200)
    form = models.CharField(max_length=40)
    country = models.CharField(max_length=100, blank=True, default="")
    extent = models.CharField(max_length=40)
    words = models.TextField(blank=True, default="")
    representative = models.CharField(max_length=200)
    office = models.CharField(max_length=200)
    second_mail = models.EmailField(blank=True, default="")
    invited = models.CharField(max_length=40, blank=True, default="")
    """The invitation by which it was stated; empty where nobody was invited."""


class Remark(ByForm):
    """A comment stated by a form, with its writer's name and affiliation as they state them."""

    name = models.CharField(max_length=500)
    affiliation = models.CharField(max_length=500, blank=True, default="")
    on = models.CharField(max_length=500, blank=True, default="")
    words = models.TextField()
    confidential = models.BooleanField(default=False)


class InvitedEndorser(models.Model):
    """An organization that was invited by a letter to endorse something; whom it went to is kept for seven days."""

    ref = models.CharField(max_length=40, primary_key=True)
    of = models.CharField(max_length=90)
    about = models.TextField()
    """What it is asked to endorse, as it was called when it was invited."""
    advocacy = models.CharField(max_length=90, blank=True, default="")
    """The visit that the invitation follows from."""
    by_person = models.CharField(max_length=40)
    by_party = models.CharField(max_length=40)
    by_name = models.TextField()
    organization = models.CharField(max_length=200)
    form = models.CharField(max_length=40, blank=True, default="")
    country = models.CharField(max_length=100, blank=True, default="")
    representative = models.CharField(max_length=200, blank=True, default="")
    office = models.CharField(max_length=200, blank=True, default="")
    mail = models.EmailField(blank=True, default="")
    words = models.TextField(blank=True, default="")
    language = models.CharField(max_length=12, default="en")
    uses = models.IntegerField(default=1)
    left = models.IntegerField(default=1)
    to_write = models.BooleanField(default=True)
    digest = models.CharField(max_length=64, blank=True, default="", db_index=True)
    at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    led_to = models.TextField(blank=True, default="")

    @property
    def endorsements(self) -> list[str]:
        """The endorsements that were published after it."""
        return self.led_to.split()

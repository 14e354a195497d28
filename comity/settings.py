"""What Django is told. The environment comes in here and nowhere else; each name is explained where it is read.

Where the environment says nothing of COMITY_ADDRESS, COMITY_MAIL and COMITY_MAIL_FROM, what the data folder keeps
(`settings.json`, written when the programme began) is heard.

COMITY_DATA        the data folder; `.data/demo` if not given
COMITY_DATABASE    where rows are kept; SQLite in the data folder if not given,
                   else postgresql://user:password@host:port/name (a socket's folder as ?host=/path)
COMITY_ADDRESS     the public address, as people type it; http://localhost:8000 if not given
COMITY_HOSTS       names that the server answers to, with commas; those of COMITY_ADDRESS and of this machine
COMITY_MAIL        how letters leave: smtp://user:password@host:port, smtp+tls://… ; printed if not given
COMITY_MAIL_FROM   the sender of letters; comity@ the host of COMITY_ADDRESS if not given
COMITY_LICENCE     under which licence the public's data is given: the name and its address, as lists and feeds say it;
                   nothing is said if not given, and nobody may then assume any
COMITY_PROXY       the one web server in front that is believed about X-Forwarded-Proto and X-Forwarded-For:
                   `yes` for one on this machine, else its address (10.0.0.2); nobody is if not given, and then
                   all strangers behind a web server count as one, and nobody walks in as a role through it
COMITY_LOOPBACK    `yes` where the server listens on this machine alone, as `comity serve` says by itself: only then,
                   and only at a COMITY_ADDRESS of this machine, may people walk in as a role
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.utils.translation import gettext_lazy as _

from comity.accounts import postal
from comity.desk.connection import SQLITE_SETTINGS
from comity.desk.folder import kept_settings

ROOM = Path(__file__).resolve().parent


def _database(url: str, folder: Path) -> dict[str, Any]:
    """Read where rows are kept."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(folder / "comity.sqlite3"),
            # The desk begins its own transactions, and takes the write lock at their beginning.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": ";".join(SQLITE_SETTINGS),
            },
        }
    parts = urlsplit(url)
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": asked.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": asked,
    }


def _mail(url: str) -> dict[str, Any]:
    """Read how letters leave."""
    if not url:
        return {"EMAIL_BACKEND": "comity.accounts.printed.EmailBackend"}
    told = postal.connection_of(url)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": told["host"],
        "EMAIL_PORT": told["port"],
        "EMAIL_HOST_USER": told["username"],
        "EMAIL_HOST_PASSWORD": told["password"],
        "EMAIL_USE_TLS": told["use_tls"],
        "EMAIL_TIMEOUT": told["timeout"],
    }


def _secret(folder: Path) -> str:
    """Read the secret of sessions; before a programme is established one for this process will do."""
    kept = folder / "keys" / "session"
    return kept.read_text().strip() if kept.exists() else secrets.token_hex(32)


# Where everything is kept.
COMITY_DATA = Path(os.environ.get("COMITY_DATA", ".data/demo")).resolve()
_KEPT = kept_settings(COMITY_DATA)


def _told(name: str) -> str:
    """Return what the environment says, else what the data folder keeps."""
    return os.environ.get(f"COMITY_{name}", "") or _KEPT.get(name.lower(), "")


COMITY_ADDRESS = (_told("ADDRESS") or "http://localhost:8000").rstrip("/")
COMITY_LICENCE = _told("LICENCE")
COMITY_IS_LOOPBACK = os.environ.get("COMITY_LOOPBACK", "") == "yes"
_ADDRESS = urlsplit(COMITY_ADDRESS)

# No page of ours ever shows a traceback to a stranger.
DEBUG = False
SECRET_KEY = _secret(COMITY_DATA)
ALLOWED_HOSTS = [
    *filter(None, os.environ.get("COMITY_HOSTS", "").split(",")),
    _ADDRESS.hostname or "localhost",
    "localhost",
    "127.0.0.1",
    "[::1]",
]
CSRF_TRUSTED_ORIGINS = [COMITY_ADDRESS]

# The desk's transactions are its own: a request is none.
DATABASES = {
    "default": {
        **_database(os.environ.get("COMITY_DATABASE", ""), COMITY_DATA),
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": None,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    # Of allauth only the ceremonies of passkeys are used; they need its accounts to be there.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "comity.accounts",
    "comity.wording",
    "comity.web",
]

# From the outermost to the innermost.
MIDDLEWARE = [
    "comity.accounts.hop.Hop",
    "comity.api.security.Security",
    "comity.web.keeping.Keeping",
    # Outside whitenoise, so that style and script are compressed too.
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "comity.web.languages.Choice",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "comity.accounts.presence.Presence",
]

ROOT_URLCONF = "comity.urls"
APPEND_SLASH = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "comity.web.shell.around",
            ],
        },
    }
]

# Signing in: by a link or a passkey, never by a password.
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["comity.accounts.presence.Known"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "person"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "mail"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "comity.accounts.passkeys.Adapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
LOGIN_URL = "/sign-in"

# Cookies are ours alone, and go over TLS wherever the address has it.
SESSION_COOKIE_NAME = "comity_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _ADDRESS.scheme == "https"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "comity.web.views.wrong.not_from_here"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
# comity.accounts.hop takes the header away where somebody else than the web server in front sent it.
COMITY_PROXY = os.environ.get("COMITY_PROXY", "").strip()
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if COMITY_PROXY else None

# Languages: the source is English; the others come with their catalogues.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LANGUAGE_COOKIE_NAME = "comity_language"
LOCALE_PATHS = [ROOM / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Style, script and drawings, served compressed by the same process.
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

# Letters.
COMITY_MAIL = _told("MAIL")
COMITY_SENDS_MAIL = bool(COMITY_MAIL)
globals().update(_mail(COMITY_MAIL))
DEFAULT_FROM_EMAIL = _told("MAIL_FROM") or f"comity@{_ADDRESS.hostname or 'localhost'}"
# The page that a folder without a programme is served with, until it has one.
COMITY_FIRST_PAGE = "comity.web.first_page.FirstPage"

# Uploads: papers and scans come whole, and words may be long: so long that each field can say that it is too long.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_000_000

# What the server says of itself: never who looked at what.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"terse": {"()": "comity.api.server_log.Terse"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "terse"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Django's own handlers write to letters and to the terminal what ours leaves out.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # Django warns of every address that was asked for in vain: that is who looked at what.
        "django.request": {"level": "ERROR"},
        # A request that cannot be read is a stranger's fault, and holds whatever a stranger sends.
        "django.security": {"level": "CRITICAL"},
    },
}
SILENCED_SYSTEM_CHECKS: list[str] = []

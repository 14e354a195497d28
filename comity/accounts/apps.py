"""The accounts, as Django knows them."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """Who may sign in, and how they prove it."""

    name = "comity.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

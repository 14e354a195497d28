"""Pages are Django's: its settings are known before their modules are."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity.settings")
django.setup()

"""The pages, as Django knows them."""

from django.apps import AppConfig


class Web(AppConfig):
    """The shell, the look and the pages."""

    name = "comity.web"
    label = "web"

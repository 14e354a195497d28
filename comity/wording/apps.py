"""The wording, as Django knows it."""

from django.apps import AppConfig


class Wording(AppConfig):
    """Brings the tags of templates, and lets sealed and erased cells speak."""

    name = "comity.wording"
    label = "wording"

    def ready(self) -> None:
        """Give the desk's cells their words."""
        from comity.wording.phrases import speak  # noqa: PLC0415 (translations must be ready)

        speak()

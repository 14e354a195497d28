"""The addresses for programs."""

from django.urls import path

from comity.api import acts, blobs, drafts, log, meta

urlpatterns = [
    path("acts", acts.acts),
    path("drafts", drafts.drafts),
    path("blobs", blobs.lodge),
    path("blobs/<str:digest>", blobs.fetch),
    path("healthz", meta.healthz),
    path("openapi.json", meta.openapi),
    path("log/checkpoint", log.checkpoint),
    path("log/proof/<str:index>", log.proof),
    path("log/blobs/<str:digest>", log.blob),
    path("log/<path:path>", log.files),
]

"""Every address there is: pages and their twins, signing in, and the interface for programs."""

from django.urls import include, path

urlpatterns = [
    path("", include("comity.api.urls")),
    path("", include("comity.accounts.urls")),
    path("", include("comity.web.urls")),
]

handler400 = "comity.web.views.wrong.unreadable"
handler404 = "comity.web.views.wrong.not_found"
handler500 = "comity.web.views.wrong.stumbled"

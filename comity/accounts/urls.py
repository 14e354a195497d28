"""The addresses of signing in."""

from django.urls import path

from comity.accounts.views import (
    endorsers,
    letting_in,
    passkeys,
    remarking,
    reviewing,
    sifting,
    sign_in,
    stating,
    walk_in,
)

urlpatterns = [
    path("sign-in", sign_in.ask),
    path("sign-in/<str:secret>", sign_in.follow),
    path("sign-out", sign_in.leave),
    path("let-in/<str:person>", letting_in.let_in),
    path("endorse/confirm/<str:secret>", stating.confirmed),
    path("endorse/invited/<str:secret>", stating.invited),
    path("endorse/<str:kind>/<str:key>", stating.state),
    path("endorsers", endorsers.endorsers),
    path("endorsers/invite/<str:kind>/<str:key>", endorsers.invite),
    path("endorsements/review", reviewing.review),
    path("comment/confirm/<str:secret>", remarking.confirmed),
    path("comment/<str:key>", remarking.comment),
    path("comments/review", sifting.sift),
    path("walk-in", walk_in.walk_in),
    path("passkeys", passkeys.mine),
    path("passkeys/begin", passkeys.begin),
    path("passkeys/keep", passkeys.keep),
    path("passkeys/remove", passkeys.remove),
    path("passkeys/ask", passkeys.ask),
    path("passkeys/answer", passkeys.answer),
]

"""For another server than our own: `waitress-serve comity.wsgi:application`, with `comity clerk` on a timer beside it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity.settings")
application = get_wsgi_application()

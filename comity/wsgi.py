"""What a server calls for each request: `comity serve` does, and another server may with `comity clerk` on a timer."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity.settings")
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)
# What stands as long as the process does is not looked through again by the collector of rubbish: some 300,000 objects,
# which took 170 ms in the midst of a page, now and then.
gc.collect()
gc.freeze()

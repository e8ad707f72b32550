"""Make the database, fill it with sample articles, and serve it."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from newsroom.sample import fill


class Command(BaseCommand):
    """``manage.py demo``."""

    help = "Start the example newsroom: http://127.0.0.1:8000/admin/"

    def add_arguments(self, parser):
        """Where to listen."""
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000")
        parser.add_argument("--no-serve", action="store_true", help="only make and fill")

    def handle(self, *args, address, no_serve, **options):
        """Run."""
        call_command("migrate", verbosity=0)
        fill()
        call_command("copydesk_headlines")
        self.stdout.write(
            "Editors (all with the password “copydesk”):\n"
            "  reporter  writes, and submits for moderation\n"
            "  editor    publishes\n"
            "  chief     publishes, and may publish against the stylebook with a reason\n"
            "  admin     may do everything"
        )
        if not no_serve:
            call_command("runserver", address, use_reloader=False)

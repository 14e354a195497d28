"""What people choose for themselves, and what they ask about what is held of them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_accounts")]

    operations = [
        migrations.AddField(
            "account", "zone", models.CharField(blank=True, default="", max_length=60)
        ),
        migrations.AddField(
            "account", "notices", models.CharField(default="at-once", max_length=10)
        ),
        migrations.AddField("account", "digest_at", models.DateTimeField(db_index=True, null=True)),
        migrations.AddField("account", "digest_index", models.BigIntegerField(default=-1)),
        migrations.CreateModel(
            name="Wish",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=10)),
                ("words", models.TextField()),
                ("at", models.DateTimeField()),
                ("answer", models.TextField(blank=True, default="")),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("key", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("words", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
    ]

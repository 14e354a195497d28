"""The comments that strangers state by a form, until they are looked at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_stated"),
    ]

    operations = [
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("ref", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("of", models.CharField(max_length=90)),
                ("mail", models.EmailField(max_length=254)),
                ("language", models.CharField(default="en", max_length=12)),
                ("stage", models.CharField(db_index=True, default="first", max_length=12)),
                ("to_write", models.BooleanField(default=True)),
                ("digest", models.CharField(blank=True, db_index=True, default="", max_length=64)),
                ("at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("reason", models.TextField(blank=True, default="")),
                ("name", models.CharField(max_length=500)),
                ("affiliation", models.CharField(blank=True, default="", max_length=500)),
                ("on", models.CharField(blank=True, default="", max_length=500)),
                ("words", models.TextField()),
                ("confidential", models.BooleanField(default=False)),
            ],
        ),
    ]

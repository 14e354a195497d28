"""What strangers state by a form, until it is reviewed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_choices")]

    operations = [
        migrations.CreateModel(
            name="Stated",
            fields=[
                ("ref", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("of", models.CharField(max_length=90)),
                ("organization", models.CharField(max_length=200)),
                ("form", models.CharField(max_length=40)),
                ("country", models.CharField(blank=True, default="", max_length=100)),
                ("extent", models.CharField(max_length=40)),
                ("words", models.TextField(blank=True, default="")),
                ("representative", models.CharField(max_length=200)),
                ("office", models.CharField(max_length=200)),
                ("mail", models.EmailField(max_length=254)),
                ("second_mail", models.EmailField(blank=True, default="", max_length=254)),
                ("language", models.CharField(default="en", max_length=12)),
                ("stage", models.CharField(db_index=True, default="first", max_length=12)),
                ("to_write", models.BooleanField(default=True)),
                (
                    "digest",
                    models.CharField(blank=True, db_index=True, default="", max_length=64),
                ),
                ("at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("reason", models.TextField(blank=True, default="")),
            ],
        ),
    ]

"""Who was invited to endorse, for as long as the invitation is good."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_remark")]

    operations = [
        migrations.CreateModel(
            name="InvitedEndorser",
            fields=[
                ("ref", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("of", models.CharField(max_length=90)),
                ("about", models.CharField(max_length=400)),
                ("advocacy", models.CharField(blank=True, default="", max_length=90)),
                ("by_person", models.CharField(max_length=40)),
                ("by_party", models.CharField(max_length=40)),
                ("by_name", models.CharField(max_length=200)),
                ("organization", models.CharField(max_length=200)),
                ("form", models.CharField(blank=True, default="", max_length=40)),
                ("country", models.CharField(blank=True, default="", max_length=100)),
                ("representative", models.CharField(blank=True, default="", max_length=200)),
                ("office", models.CharField(blank=True, default="", max_length=200)),
                ("mail", models.EmailField(blank=True, default="", max_length=254)),
                ("words", models.TextField(blank=True, default="")),
                ("language", models.CharField(default="en", max_length=12)),
                ("uses", models.IntegerField(default=1)),
                ("left", models.IntegerField(default=1)),
                ("to_write", models.BooleanField(default=True)),
                (
                    "digest",
                    models.CharField(blank=True, db_index=True, default="", max_length=64),
                ),
                ("at", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                ("led_to", models.TextField(blank=True, default="")),
            ],
        ),
        migrations.AddField(
            model_name="stated",
            name="invited",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
    ]

"""What is endorsed, and who invites, may be called as the record lets them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_invitedendorser")]

    operations = [
        migrations.AlterField(model_name="invitedendorser", name="about", field=models.TextField()),
        migrations.AlterField(
            model_name="invitedendorser", name="by_name", field=models.TextField()
        ),
    ]

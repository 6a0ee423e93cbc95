from django.db import migrations


def fill_prints(apps, schema_editor):
    """The perceptual hash in quarters, for pictures that came before there were any."""
    Photo = apps.get_model("media_assets", "Photo")
    for photo in Photo.objects.exclude(perceptual_hash="").only("pk", "perceptual_hash").iterator():
        for number, column in enumerate(("print_a", "print_b", "print_c", "print_d")):
            setattr(photo, column, int(photo.perceptual_hash[number * 4 : number * 4 + 4], 16))
        photo.save(update_fields=["print_a", "print_b", "print_c", "print_d"])


def forget_copies(apps, schema_editor):
    """Copies made so far carry no word about the picture: `tick` has all of them made again."""
    for copy in apps.get_model("media_assets", "Rendition").objects.iterator():
        copy.file.delete(save=False)
        copy.delete()


class Migration(migrations.Migration):
    dependencies = [("media_assets", "0002_photo_desk")]

    operations = [
        migrations.RunPython(fill_prints, migrations.RunPython.noop),
        migrations.RunPython(forget_copies, migrations.RunPython.noop),
    ]

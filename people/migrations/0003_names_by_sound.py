"""Forms of names are looked up by a coarser key: «Бузакка» finds «Бузака»; a single name is met as a family name is."""

from django.db import migrations

from people.names.declension import part_forms
from people.names.keys import name_key

_BATCH = 2_000


def rekey(apps, schema_editor):
    forms = apps.get_model("people", "NameForm").objects
    changed = []
    for row in forms.order_by("pk").iterator(_BATCH):
        key = name_key(row.form)
        if key != row.key:
            row.key = key
            changed.append(row)
        if len(changed) == _BATCH:
            forms.bulk_update(changed, ["key"])
            changed = []
    forms.bulk_update(changed, ["key"])


def name_mononyms(apps, schema_editor):
    person, form_model = apps.get_model("people", "Person"), apps.get_model("people", "NameForm")
    for each in person.objects.filter(family_name="", patronymic_name="").iterator(_BATCH):
        form_model.objects.bulk_create(
            form_model(person=each, part="family", form=form.form, key=name_key(form.form), cases=form.cases)
            for form in part_forms(each.given_name, "given", each.gender)
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0002_one_holder_a_seat")]
    operations = [
        migrations.RunPython(rekey, migrations.RunPython.noop),
        migrations.RunPython(name_mononyms, migrations.RunPython.noop),
    ]

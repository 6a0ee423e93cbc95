"""Names of organizations are found in every case and without their country."""

from django.db import migrations, models
from django.db.models import Q

from people.names.keys import name_key
from people.names.organization.forms import case_forms, without_country

_OF_A_STATE = {"head of state", "government", "ministry", "parliament", "state body", "court"}


def make_forms(apps, schema_editor):
    organization, form_model = apps.get_model("people", "Organization"), apps.get_model("people", "NameForm")
    other_name = apps.get_model("people", "OtherName")
    russian = Q(other_name=None) | Q(other_name__language="ru")
    for each in organization.objects.iterator(500):
        names = [(None, each.name), (None, each.abbreviation)]
        names += [
            (other, other.name) for other in other_name.objects.filter(organization=each, autolink=True, language="ru")
        ]
        form_model.objects.filter(russian, organization=each, origin="rule").delete()
        form_model.objects.bulk_create(
            form_model(
                organization=each,
                other_name=other,
                part=part,
                form=form.form,
                key=name_key(form.form),
                cases=form.cases,
            )
            for other, name in names
            for part, form in _forms(name, each.classification in _OF_A_STATE)
        )


def _forms(name, of_a_state):
    bare, country = without_country(name, of_a_state=of_a_state)
    if name:
        yield from (("whole", form) for form in case_forms(name))
    if country:
        yield from (("bare", form) for form in case_forms(bare))


class Migration(migrations.Migration):
    dependencies = [("people", "0004_name_form_indexes")]
    operations = [
        migrations.AlterField(
            model_name="nameform",
            name="part",
            field=models.CharField(
                choices=[
                    ("family", "family name"),
                    ("given", "given name"),
                    ("patronymic", "patronymic"),
                    ("whole", "whole name"),
                    ("bare", "name without the country"),
                ],
                max_length=10,
                verbose_name="part",
            ),
        ),
        migrations.RunPython(make_forms, migrations.RunPython.noop),
    ]

"""One person may stand twice in a one-seat office, as when a second term is typed in before the first has its end.

The constraint of 0002 called the second row of the same person another holder.
"""

from django.db import migrations

DROP = "ALTER TABLE people_membership DROP CONSTRAINT membership_one_holder_a_seat"
ADD = """
ALTER TABLE people_membership ADD CONSTRAINT membership_one_holder_a_seat
EXCLUDE USING gist (post_id WITH =, person_id WITH <>, daterange(certain_from, certain_until) WITH &&)
WHERE (is_single_seat AND NOT acting AND certain_from IS NOT NULL);
"""
ADD_AS_BEFORE = ADD.replace("person_id WITH <>, ", "")


def _run(*statements):
    def operation(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return operation


class Migration(migrations.Migration):
    dependencies = [("people", "0002_one_holder_a_seat")]
    operations = [migrations.RunPython(_run(DROP, ADD), _run(DROP, ADD_AS_BEFORE))]

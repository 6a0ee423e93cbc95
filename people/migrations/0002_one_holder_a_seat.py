"""Two persons cannot certainly hold a one-seat office on the same day: PostgreSQL says so itself.

One person may stand twice in it, as when a second term is typed in before the first has its end.
``Membership.rival`` asks the same in code on every database. An exclusion constraint in ``Meta`` would break SQLite.
"""

from django.db import migrations

ADD = """
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE people_membership ADD CONSTRAINT membership_one_holder_a_seat
EXCLUDE USING gist (post_id WITH =, person_id WITH <>, daterange(certain_from, certain_until) WITH &&)
WHERE (is_single_seat AND NOT acting AND certain_from IS NOT NULL);
"""
DROP = "ALTER TABLE people_membership DROP CONSTRAINT membership_one_holder_a_seat"


def _run(sql):
    def operation(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql)

    return operation


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(_run(ADD), _run(DROP))]

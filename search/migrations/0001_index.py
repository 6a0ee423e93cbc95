"""What readers may find, with its full-text index; empty until `manage.py reindex` or the next publication."""

import django.db.models.deletion
from django.db import migrations, models

from search import backends


def _run(name):
    def operation(apps, schema_editor):
        for statement in getattr(backends.of(schema_editor.connection.vendor), name).split(";\n"):
            if statement.strip():
                schema_editor.execute(statement)

    return operation


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner', models.CharField(db_index=True, max_length=40)),
                ('public_from', models.DateTimeField()),
                ('public_until', models.DateTimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('story', 'Story'), ('person', 'Person'), ('organization', 'Organization'), ('picture', 'Picture'), ('words', 'Words')], max_length=12)),
                ('subject', models.BigIntegerField()),
                ('language', models.CharField(blank=True, max_length=12)),
                ('section', models.BigIntegerField(null=True)),
                ('at', models.DateTimeField()),
                ('title', models.CharField(max_length=700)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Spelling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60)),
                ('word', models.CharField(max_length=60)),
            ],
        ),
        migrations.CreateModel(
            name='EntryText',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='text', serialize=False, to='search.entry')),
                ('lede', models.TextField(blank=True)),
                ('body', models.TextField(blank=True)),
            ],
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['kind', 'language', '-at'], name='entry_newest'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('public_until__isnull', True), ('public_until__gt', models.F('public_from')), _connector='OR'), name='entry_is_not_empty'),
        ),
        migrations.AddConstraint(
            model_name='spelling',
            constraint=models.UniqueConstraint(fields=('key', 'word'), name='spelling_once'),
        ),
        # Full-text tables are each database's own. No trigger fills them: Django remakes SQLite's tables.
        migrations.RunPython(_run("CREATE"), _run("DROP")),
    ]

"""A working copy for each open form, and editors' answers to what the desk's checks find."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_reading_by_language_model"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # Nothing has ever written the old table.
        migrations.RemoveConstraint("autosave", "autosave_one_a_user_and_article"),
        migrations.AddField("autosave", "tab", models.CharField(default="", max_length=32), preserve_default=False),
        migrations.AlterField("autosave", "saved_at", models.DateTimeField()),
        migrations.AlterModelOptions("autosave", {"ordering": ["-saved_at", "-pk"]}),
        migrations.AddConstraint(
            "autosave", models.UniqueConstraint(fields=["user", "tab"], name="autosave_one_an_open_form")
        ),
        migrations.CreateModel(
            "CheckAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("office", "office on record"),
                            ("change", "change of an office"),
                            ("typography", "typography"),
                        ],
                        max_length=10,
                    ),
                ),
                ("key", models.CharField(max_length=300)),
                ("made_at", models.DateTimeField(auto_now=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_answers",
                        to="articles.article",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a check",
                "verbose_name_plural": "answers to checks",
                "constraints": [
                    models.UniqueConstraint(fields=("article", "kind", "key"), name="check_answer_once")
                ],
            },
        ),
    ]

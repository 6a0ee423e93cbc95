import django.db.models.deletion
import media_assets.models.document
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('media_assets', '0003_prints_and_copies'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(help_text='As readers see it where a story offers the file.', max_length=250, verbose_name='title')),
                ('file', models.FileField(editable=False, max_length=200, storage=media_assets.models.document._originals, upload_to=media_assets.models.document._place, verbose_name='file')),
                ('key', models.CharField(default=media_assets.models.document._key, editable=False, max_length=32, unique=True)),
                ('original_name', models.CharField(editable=False, max_length=200, verbose_name='file name')),
                ('filename', models.CharField(editable=False, max_length=80)),
                ('sha256', models.CharField(editable=False, max_length=64, unique=True)),
                ('size_bytes', models.PositiveBigIntegerField(editable=False)),
                ('ending', models.CharField(choices=[('pdf', 'PDF'), ('txt', 'TXT'), ('csv', 'CSV'), ('docx', 'DOCX'), ('xlsx', 'XLSX'), ('pptx', 'PPTX'), ('odt', 'ODT'), ('ods', 'ODS')], editable=False, max_length=8, verbose_name='kind')),
                ('search_key', models.CharField(editable=False, max_length=500)),
                ('uploaded_at', models.DateTimeField(auto_now_add=True, verbose_name='uploaded')),
                ('uploaded_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uploaded by')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='DocumentUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner', models.CharField(db_index=True, max_length=40)),
                ('public_from', models.DateTimeField()),
                ('public_until', models.DateTimeField(blank=True, null=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='media_assets.document')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['document', 'public_from'], name='media_asset_documen_b85880_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('public_until__isnull', True), ('public_until__gt', models.F('public_from')), _connector='OR'), name='documentuse_is_not_empty')],
            },
        ),
    ]

"""``key__among=keys``: whether a column is one of many values, in one parameter however many they are.

A batch of texts asks about thousands of keys. Written out they exceed what SQLite takes in one question, and
preparing them one by one costs Django more than the answer costs the database.
"""

import json

from django.core.exceptions import EmptyResultSet
from django.db.models import Field, ForeignKey, Lookup


@Field.register_lookup
@ForeignKey.register_lookup
class Among(Lookup):
    lookup_name = "among"
    prepare_rhs = False

    def as_sqlite(self, compiler, connection):
        column, params, values = self._sides(compiler, connection)
        many = "IN (SELECT value FROM json_each(%s))"
        return f"{column} {many}", [*params, json.dumps(values)]

    def as_postgresql(self, compiler, connection):
        column, params, values = self._sides(compiler, connection)
        return f"{column} = ANY(%s)", [*params, values]

    def _sides(self, compiler, connection):
        if not self.rhs:
            raise EmptyResultSet  # Django then asks the database nothing
        return *self.process_lhs(compiler, connection), sorted(self.rhs)

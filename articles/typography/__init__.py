"""Typography as suggestions: «ёлочки», тире, no-break spaces, №. An editor sees each and may refuse it.

``rules`` has the table, ``quotes`` pairs quotation marks, ``tracing`` follows a text through the rules; all three are
plain Python. ``suggesting`` makes findings of what they change.
"""

from .suggesting import findings as findings

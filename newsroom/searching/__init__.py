"""The search page: what its address asks (``filters``), the ``answer`` to it, and each of its ``results``."""

"""The names of organizations: their forms, and where a text may print them."""

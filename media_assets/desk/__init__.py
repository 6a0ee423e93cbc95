"""The photo desk's own pages in the admin; which module serves which page stands in the README of this app."""

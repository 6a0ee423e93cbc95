"""The writing desk: what stands around the text while somebody writes it."""

"""The photo desk's own pages: files in, and captions for many pictures from the keyboard."""

"""Picture files, in plain Python: what they are, and the copies made of them.

Whatever decodes runs in a process of its own (``sandbox``), bounded in pixels, frames, memory and time.
"""

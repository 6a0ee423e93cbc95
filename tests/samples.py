"""The real wire text the product started from. The demo ships it; everything else in the tests is invented."""

from pathlib import Path

SAMPLE_FILE = Path(__file__).parents[1] / "newsroom" / "demo" / "texts" / "article-2025-06-30.md"

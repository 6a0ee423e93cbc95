"""Kyrgyz names: their endings, the words around them."""

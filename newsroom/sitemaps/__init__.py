"""What search engines are told of: an index, the stories of each month, the other pages, the public record, the news.

``django.contrib.sitemaps`` does not fit: its files are fixed when the process starts (ours are months and thousands of
people), its addresses come from the host that was asked, and it knows neither the pictures nor the translations of a
story. One file serves all editions, as search engines want translations told beside each other.
"""

# python3 feeds.py LIST: reads each feed that the list names, once.
import sys

import feedparser

entries = 0
for file in open(sys.argv[1], encoding="utf-8").read().split("\n"):
    with open(file, "rb") as feed:
        entries += len(feedparser.parse(feed.read()).entries)
sys.exit(0 if entries else 1)

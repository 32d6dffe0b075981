# python3 read.py LIST: reads each page that the list names, once.
import logging
import sys

from readability import Document

logging.disable(logging.CRITICAL)
found = 0
for file in open(sys.argv[1], encoding="utf-8").read().split("\n"):
    try:
        found += len(Document(open(file, encoding="utf-8").read()).summary())
    except Exception:  # some pages are too odd for it
        pass
sys.exit(0 if found else 1)

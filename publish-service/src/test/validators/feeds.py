"""python3 feeds.py FEED…: what a feed reader makes of each feed."""
import sys

import feedparser

errors = 0
for path in sys.argv[1:]:
    feed = feedparser.parse(path)
    wrong = []
    if feed.bozo:
        wrong.append(str(feed.get("bozo_exception")))
    if not feed.feed.get("title"):
        wrong.append("no title")
    for entry in feed.entries:
        for field in ("id", "title", "link", "published_parsed"):
            if not entry.get(field):
                wrong.append(f"an entry without {field}")
    for word in wrong:
        print(f"{path}: {word}")
    errors += len(wrong)
sys.exit(1 if errors else 0)

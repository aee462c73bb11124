"""One view a file: what it shows, as data; the same from Python, the API and the exported file."""

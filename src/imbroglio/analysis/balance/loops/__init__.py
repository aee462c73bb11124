"""Loops that Python would crawl through, compiled by numba and kept on disk. Imported only where they run."""

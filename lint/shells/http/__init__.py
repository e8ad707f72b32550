"""The service: articles are checked over HTTP when they are saved.

One process talks to clients; it never reads copy, and so is never kept waiting by it. Worker
processes check, one request at a time each: a check is pure computing, which threads of one
Python process cannot share, and a process can be stopped when it takes too long, or lost,
without harm to any other request. Workers are forked by a process that has loaded the
stylebook and does nothing else, so that a new one costs some milliseconds and has the very same
book; a changed book gets a fork server of its own, and the workers are swapped once it stands.
"""

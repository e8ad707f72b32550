"""The section ``serve`` of a configuration."""

from __future__ import annotations

from lint.checks.base import option
from lint.frozen import Frozen
from lint.shells.save.policy import Draft, Publish

_PORTS = (0, 65535)


class Serve(Frozen):
    """How the service runs, and what the house does at the save; every key may be missing.

    Sizes are in bytes, times in seconds.
    """

    host: str = option("the address to listen at", default="127.0.0.1")
    port: int = option("the port to listen at; 0 takes one that is free", default=8090,
                       between=_PORTS)  # fmt: skip
    workers: int = option("processes that check; 0 takes what the machine is worth", default=0,
                          between=(0, 256))  # fmt: skip
    store: str = option("the file for what editors let stand, counts and keys", default="")
    headlines: str = option("the file of headlines of the archive", default="")
    origins: tuple[str, ...] = option("web origins whose pages may call the service", default=())
    body_limit: int = option("the largest request", default=1_000_000, between=(1_000, 100_000_000))
    time_limit: float = option("the longest that one check may take", default=5.0,
                               between=(0.05, 600))  # fmt: skip
    patience: float = option("the longest that a client may take to send a request", default=10.0,
                             between=(0.05, 600))  # fmt: skip
    queue: int = option("requests that may wait for a worker", default=128, between=(1, 100_000))
    each: int = option("requests that one client may have at work", default=64,
                       between=(1, 100_000))  # fmt: skip
    recall: int = option("unchanged articles that are not checked again", default=200,
                         between=(0, 100_000))  # fmt: skip
    draft: Draft = option("what findings do when a draft is saved", default=Draft())
    publish: Publish = option("what findings do at publication", default=Publish())

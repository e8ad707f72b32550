"""What Prometheus may know: counts and times, by names of our own making."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

CONTENT_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The figures of one service."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        registry = self.registry
        self._known: dict[tuple[str, int], tuple[Counter, Histogram]] = {}
        self._requests = Counter(
            "copydesk_requests", "Requests answered", ["route", "status"], registry=registry
        )
        self._seconds = Histogram(
            "copydesk_request_seconds",
            "Time from request to answer",
            ["route"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._decisions = Counter(
            "copydesk_decisions", "Articles checked", ["stage", "decision"], registry=registry
        )
        self._findings = Counter(
            "copydesk_findings", "Findings told", ["severity"], registry=registry
        )
        self._workers = Counter(
            "copydesk_worker_events", "What became of workers", ["what"], registry=registry
        )
        self._reloads = Counter(
            "copydesk_reloads", "Reloads of the stylebook", ["outcome"], registry=registry
        )
        self._stale = Gauge(
            "copydesk_stylebook_stale", "1 while the book on disk is broken", registry=registry
        )
        self._rules = Gauge("copydesk_stylebook_rules", "Rules at work", registry=registry)

    def watch(self, waiting: Callable[[], float], workers: Callable[[], float]) -> None:
        """Where the number of waiting requests and of workers can be asked for."""
        Gauge(
            "copydesk_requests_waiting", "Requests that wait for a worker", registry=self.registry
        ).set_function(waiting)
        Gauge("copydesk_workers", "Workers", registry=self.registry).set_function(workers)

    def request(self, route: str, status: int, seconds: float) -> None:
        """A request was answered."""
        count, times = self._of(route, status)
        count.inc()
        times.observe(seconds)

    def _of(self, route: str, status: int) -> tuple[Counter, Histogram]:
        """Those of a route and a status, which are looked up once: there are few of them."""
        known = self._known.get((route, status))
        if known is None:
            known = (self._requests.labels(route, str(status)), self._seconds.labels(route))
            self._known[route, status] = known
        return known

    def verdict(self, stage: str, decision: str, findings: dict[str, int]) -> None:
        """An article was checked."""
        self._decisions.labels(stage, decision).inc()
        for severity, count in findings.items():
            self._findings.labels(severity).inc(count)

    def worker(self, what: str) -> None:
        """A worker was lost, killed or recycled, or a request was refused for want of one."""
        self._workers.labels(what).inc()

    def reloaded(self, outcome: str, *, stale: bool, rules: int) -> None:
        """A stylebook was loaded, or was not."""
        self._reloads.labels(outcome).inc()
        self._stale.set(stale)
        self._rules.set(rules)

    def page(self) -> bytes:
        """All figures, as Prometheus reads them."""
        return generate_latest(self.registry)

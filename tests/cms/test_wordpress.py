"""WordPress as Debian has it, with the plugin and a service: drafts saved, publication refused."""

from __future__ import annotations

import json
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import pytest

from tests.shells.http.running import Running

pytestmark = pytest.mark.filterwarnings("default")

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "wordpress"
for program in ("php", "mariadbd", "mariadb-install-db"):
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed", allow_module_level=True)
if not Path("/usr/share/wordpress").is_dir():
    pytest.skip("Debian's WordPress is not installed", allow_module_level=True)
for needed in ("starlette", "msgspec", "uvicorn", "httptools", "prometheus_client"):
    pytest.importorskip(needed, reason="the extra “serve” is not installed")

LUGOVI = "<!-- wp:paragraph --><p>Britain asked for <b>Andrei</b> Lugovi.</p><!-- /wp:paragraph -->"
CLEAN = LUGOVI.replace("Lugovi", "Lugovoi")


class Site:
    """A client that is logged in as the editor."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self._nonce = ""

    def log_in(self) -> None:
        self._open("/wp-login.php")
        self._open("/wp-login.php", {"log": "editor", "pwd": "copydesk", "testcookie": "1"})
        page = self._open("/wp-admin/post-new.php")[1]
        found = re.search(r'createNonceMiddleware\( "(\w+)" \)', page)
        assert found, page[:2000]
        self._nonce = found[1]

    def _open(self, path: str, form: Any = None) -> tuple[int, str]:
        data = urllib.parse.urlencode(form).encode() if form else None
        try:
            with self._opener.open(self.url + path, data, timeout=60) as reply:
                return reply.status, reply.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def rest(self, path: str, **post: Any) -> tuple[int, Any]:
        """What the block editor does: save a post over the REST API."""
        request = urllib.request.Request(
            f"{self.url}/index.php?rest_route=/wp/v2/{path}", json.dumps(post).encode(),
            {"Content-Type": "application/json", "X-WP-Nonce": self._nonce},
        )  # fmt: skip
        try:
            with self._opener.open(request, timeout=60) as reply:
                return reply.status, json.load(reply)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def classic(self, number: int, title: str) -> tuple[int, str]:
        """What the form without blocks does: publish a post over wp-admin."""
        page = self._open(f"/wp-admin/post.php?post={number}&action=edit&classic-editor")[1]
        nonce = re.search(r'name="_wpnonce" value="(\w+)"', page)
        found = nonce or re.search(r'"_wpnonce":"(\w+)"', page)
        assert found, "no nonce"
        form = {"action": "editpost", "post_ID": number, "_wpnonce": found[1],
                "post_title": title, "content": "x", "post_status": "publish",
                "post_type": "post", "publish": "Publish"}  # fmt: skip
        return self._open("/wp-admin/post.php", form)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("service"), "--workers", "1")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def site(service: Running, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("wordpress")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = (folder / "log").open("w")
    process = subprocess.Popen(
        [EXAMPLE / "run", folder / "newsroom", str(port)], stdout=log, stderr=log,
        env={"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
             "COPYDESK_URL": f"http://127.0.0.1:{service.port}"},
    )  # fmt: skip
    made = Site(f"http://127.0.0.1:{port}")
    until = time.monotonic() + 180
    while "WordPress: " not in (folder / "log").read_text():
        assert process.poll() is None, (folder / "log").read_text()
        assert time.monotonic() < until, (folder / "log").read_text()
        time.sleep(0.5)
    time.sleep(1)
    made.log_in()
    yield made
    process.send_signal(signal.SIGTERM)
    process.wait(60)
    log.close()


def test_a_draft_is_saved_and_its_findings_come_back_with_it(site):
    status, post = site.rest("posts", title="Moscow refuses", content=LUGOVI, status="draft")
    assert status == 201
    assert post["copydesk"]["decision"] == "warn"
    (finding,) = post["copydesk"]["findings"]
    assert (finding["field"], finding["rule"]) == ("body", "names/people")
    assert "Lugovoi" in post["copydesk"]["lines"][0]


def test_publication_is_refused_with_the_findings_and_nothing_is_published(site):
    _, post = site.rest("posts", title="Moscow refuses", content=LUGOVI, status="draft")
    status, answer = site.rest(f"posts/{post['id']}", status="publish")
    assert status == 422
    assert answer["code"] == "copydesk_refused"
    assert "Lugovoi" in answer["message"]
    assert answer["data"]["findings"][0]["fixes"][0]["edits"][0]["text"] == "Lugovoi"
    assert site.rest(f"posts/{post['id']}", excerpt="Still a draft.")[1]["status"] == "draft"


def test_after_the_mend_it_is_published(site):
    _, post = site.rest("posts", title="Moscow refuses", content=LUGOVI, status="draft")
    status, answer = site.rest(f"posts/{post['id']}", content=CLEAN, status="publish")
    assert (status, answer["status"]) == (200, "publish")
    assert answer["copydesk"]["decision"] == "allow"


def test_pages_are_checked_like_posts(site):
    status, _ = site.rest("pages", title="About Lugovi", status="publish")
    assert status == 422


def test_a_submission_for_review_and_a_scheduled_post_are_refused(site):
    for more in ({"status": "pending"}, {"status": "future", "date": "2037-01-01T10:00:00"}):
        assert site.rest("posts", title="About Lugovi", **more)[0] == 422


def test_the_form_without_blocks_is_refused_too(site):
    _, post = site.rest("posts", title="Moscow refuses", status="draft")
    status, page = site.classic(post["id"], "Lugovi goes home")
    assert status == 422
    assert "Lugovoi" in page

"""What of a check could not be done is told in its answer; the rest is checked."""

from __future__ import annotations

import socket

from tests.shells.http.conftest import Start
from tests.shells.http.running import article

_RULE = """
kind: grammar
title: What the engine says
severity: warning
why: Some slips are no words of a list.
entries:
  - why: The articles do not fit.
    rules: [A_NNS]
examples:
  - bad: They were found in a several places.
    finds: a several
  - ok: They were found in several places.
  - ok: They were found.
"""


def _nobody() -> str:
    """The address of a server that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        return f"http://127.0.0.1:{closed.getsockname()[1]}"


def _grammar(server: str) -> str:
    return f"grammar:\n  engine: languagetool\n  server: {server}\n  time limit: 2\n"


def test_an_engine_that_is_not_there_is_told_and_everything_else_is_checked(start: Start) -> None:
    service = start(configuration=_grammar(_nobody()), rules={"grammar/engine": _RULE})
    answer = service.check(headline="A headline stands here", body="It is wrongg, they said.")
    assert [each["rule"] for each in answer["findings"]] == ["terms/right"]
    (notice,) = answer["notices"]
    assert notice.startswith("grammar was not checked to the end: no LanguageTool answers")
    sent = article(headline="A headline stands here", body="It is wrongg, they said.")
    assert service.post("/v1/fix", sent).json["notices"] == [notice]


def test_an_article_without_a_paragraph_to_ask_about_lacks_nothing(start: Start) -> None:
    service = start(configuration=_grammar(_nobody()), rules={"grammar/engine": _RULE})
    assert service.check(headline="A headline stands here", body="They waited.")["notices"]
    assert service.check(byline="By Our Own Correspondent")["notices"] == []


def test_where_no_engine_is_wanted_nothing_is_noticed(start: Start) -> None:
    service = start(rules={"grammar/engine": _RULE})
    assert service.check(body="It is wrongg, they said.")["notices"] == []


def test_clients_of_languagetool_hear_of_it_as_they_are_used_to(start: Start) -> None:
    service = start(configuration=_grammar(_nobody()), rules={"grammar/engine": _RULE})
    answer = service.get("/v2/check?language=en-GB&text=They%20waited%20here.").json
    assert answer["warnings"]["incompleteResults"] is True
    assert answer["warnings"]["incompleteResultsReason"].startswith("grammar was not checked")

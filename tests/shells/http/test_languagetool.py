"""LanguageTool's clients are clients of the house stylebook."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest

from lint.shells.http.matches import LanguageAnswer, MatchesAnswer
from tests.shells.http.running import Running

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def check(service: Running, **form: Any) -> list[Any]:
    """The matches of a check, sent as a form; the answer must be as it is described."""
    told = {"language": "en-GB", **form}
    reply = service.send("POST", "/v2/check", urlencode(told), FORM)
    assert reply.status == 200, reply.body
    msgspec.json.decode(reply.body, type=MatchesAnswer)
    matches: list[Any] = reply.json["matches"]
    return matches


def marked(text: str, match: Any) -> str:
    """The words of a match, by its offsets in UTF-16 units."""
    raw = text.encode("utf-16-le")
    start = 2 * match["offset"]
    return raw[start : start + 2 * match["length"]].decode("utf-16-le")


def replaced(text: str, match: Any) -> str:
    """A text with the first replacement of a match made, as clients make it."""
    raw = text.encode("utf-16-le")
    start, end = 2 * match["offset"], 2 * (match["offset"] + match["length"])
    value = match["replacements"][0]["value"].encode("utf-16-le")
    return (raw[:start] + value + raw[end:]).decode("utf-16-le")


def test_a_match_has_its_place_in_units_of_utf16(service: Running) -> None:
    text = "😀 It is wrongg 😀 and wrongg."
    first, second = check(service, text=text)
    assert marked(text, first) == marked(text, second) == "wrongg"
    assert first["offset"] == 9
    context = first["context"]
    assert marked(context["text"], context) == "wrongg"
    assert replaced(text, first) == "😀 It is wrong 😀 and wrongg."
    assert first["rule"]["id"] == "terms/right"


def test_it_can_be_asked_by_an_address_too(service: Running) -> None:
    query = urlencode({"language": "en-GB", "text": "It is wrongg."})
    (match,) = service.get(f"/v2/check?{query}").json["matches"]
    assert match["offset"] == 6


def test_markup_between_is_no_text_but_is_counted(service: Running) -> None:
    parts = [
        {"text": "It "}, {"markup": "<b>"}, {"text": "is"}, {"markup": "</b>"},
        {"text": " wrongg."}, {"markup": "<p>", "interpretAs": "\n\n"}, {"text": "😀 Lugovi"},
    ]  # fmt: skip
    whole = "".join(part.get("text", part.get("markup", "")) for part in parts)
    found = check(service, data=json.dumps({"annotation": parts}))
    assert [marked(whole, match) for match in found] == ["wrongg", "Lugovi"]


def test_words_that_markup_runs_through_are_found_and_not_written_over(service: Running) -> None:
    parts = [{"text": "It is wro"}, {"markup": "<b>"}, {"text": "ngg."}, {"markup": "</b>"}]
    (match,) = check(service, data=json.dumps({"annotation": parts}))
    assert (match["offset"], match["length"]) == (6, 9)
    for value in match["replacements"]:
        assert "<b>" in value["value"]


def test_line_ends_and_marks_are_counted_as_they_were_sent(service: Running) -> None:
    text = "\ufeffA headline\r\n\r\nIt is\rwrongg.\r\n"
    (match,) = check(service, text=text)
    assert marked(text, match) == "wrongg"


def test_a_deletion_marks_what_it_takes(service: Running) -> None:
    text = "Harbour bridge to close for repairs\n\n" * 2 + "The council said so on Monday, at last."
    (match,) = check(service, text=text)
    assert replaced(text, match).count("Harbour") == 1


TWO = "An advisor is wrongg."


@pytest.mark.parametrize(
    ("asked", "rules"),
    [
        ({}, ["terms/house", "terms/right"]),
        ({"disabledRules": "terms/house"}, ["terms/right"]),
        ({"disabledRules": "terms/house,terms/right"}, []),
        ({"disabledRules": "terms"}, []),
        ({"disabledCategories": "terms"}, []),
        ({"enabledRules": "terms/house", "enabledOnly": "true"}, ["terms/house"]),
        ({"enabledRules": "terms/house"}, ["terms/house", "terms/right"]),
        ({"enabledCategories": "names", "enabledOnly": "true"}, []),
        ({"disabledRules": "NO_SUCH_RULE"}, ["terms/house", "terms/right"]),
        ({"language": "auto"}, ["terms/house", "terms/right"]),
        ({"language": "en"}, ["terms/house", "terms/right"]),
        ({"preferredVariants": "en-GB", "motherTongue": "de"}, ["terms/house", "terms/right"]),
    ],
)
def test_rules_are_turned_on_and_off(
    service: Running, asked: dict[str, str], rules: list[str]
) -> None:
    found = check(service, **{"text": TWO, **asked})
    assert sorted(match["rule"]["id"] for match in found) == rules


def test_suggestions_are_for_the_picky(service: Running) -> None:
    text = "They utilise it."
    assert check(service, text=text) == []
    assert check(service, text=text, level="picky") != []
    assert check(service, text=text, enabledRules="terms/gentle") != []


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"text": "x"}, "language"),
        ({"text": "x", "language": "de-DE"}, "language"),
        ({"language": "en-GB"}, "text"),
        ({"text": "x", "data": "{}", "language": "en-GB"}, "text"),
        ({"text": "x", "language": "en-GB", "enabledOnly": "true"}, "enabledRules"),
        ({"text": "x", "language": "en-GB", "level": "high"}, "level"),
        ({"text": "a\0b", "language": "en-GB"}, "text"),
        ({"data": '{"annotation": [{}]}', "language": "en-GB"}, "data.annotation[0]"),
        ({"data": '{"annotation": [{"text": "\\u0000"}]}', "language": "en-GB"},
         "data.annotation[0]"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_request_is_told(
    service: Running, form: dict[str, str], field: str
) -> None:
    reply = service.send("POST", "/v2/check", urlencode(form), FORM)
    assert reply.status == 400
    assert reply.json["errors"][0]["field"] == field


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"language=en-GB&text=%ff", 400),
        (b"language=en-GB&text=\xff", 400),
        (b"text=\xff&language=en-GB", 400),
        (b"language=en-GB&data={", 400),
        (b"language=en-GB&data=[]", 422),
        (b"language=en-GB&data=%7B%22annotation%22:[%7B%22text%22:%22%5Cud800%22%7D]%7D", 400),
        (b"&".join(b"a=b" for _ in range(200)), 400),
        (b"", 400),
        (b"text=" + b"x" * 2_000_000, 413),
    ],
)  # fmt: skip
def test_what_is_no_form_is_told(service: Running, body: bytes, status: int) -> None:
    assert service.send("POST", "/v2/check", body, FORM).status == status


def test_languages_are_english(service: Running) -> None:
    told = msgspec.json.decode(service.get("/v2/languages").body, type=list[LanguageAnswer])
    assert {each.code for each in told} == {"en"}
    assert "en-GB" in {each.longCode for each in told}


def test_it_gives_a_sign_of_life(service: Running) -> None:
    assert service.get("/v2/healthcheck").body == b"OK"


def test_language_tool_python_is_a_client(service: Running) -> None:
    client = pytest.importorskip("language_tool_python", reason="the extra “clients”")
    address = f"http://127.0.0.1:{service.port}"
    with client.LanguageTool("en-GB", remote_server=address) as tool:
        text = "They asked 😀 for Andrei Lugovi. It is wrongg."
        assert tool.correct(text) == "They asked 😀 for Andrei Lugovoi. It is wrong."
        first, second = tool.check(text)
        assert first.rule_id == "names/people"
        assert text[second.offset : second.offset + second.error_length] == "wrongg"
        tool.disabled_rules = {"terms/right"}
        assert [match.rule_id for match in tool.check(text)] == ["names/people"]


def test_pylanguagetool_is_a_client(service: Running) -> None:
    program = Path(sys.executable).with_name("pylanguagetool")
    if not program.exists():
        pytest.skip("the extra “clients” is not installed")
    command = [program, "--no-color", "--api-url", f"http://127.0.0.1:{service.port}/v2/",
               "--lang", "en-GB", "--input-type", "txt"]  # fmt: skip
    ran = subprocess.run(command, input=b"It is wrongg.", capture_output=True, check=False)
    assert b"Readers notice" in ran.stdout or b"wrongg" in ran.stdout, ran.stderr
    assert b"wrong" in ran.stdout.replace(b"wrongg", b"")  # the replacement


def test_a_form_with_nothing_escaped_is_taken_as_libreoffice_writes_it(service: Running) -> None:
    text = "50% of it & more + 😀 is wrongg, text=x&language=no."
    body = f"text={text}&language=en-GB".encode()
    (match,) = service.send("POST", "/v2/check", body, FORM).json["matches"]
    assert marked(text, match) == "wrongg"


def test_libreoffice_is_a_client(service: Running, tmp_path: Path) -> None:
    python = shutil.which("python3", path="/usr/bin:/usr/local/bin")
    if shutil.which("soffice") is None or python is None:
        pytest.skip("LibreOffice is not here")
    if subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip("python3-uno is not here")
    address = f"http://127.0.0.1:{service.port}"
    text = "They asked 😀 & R&D for Andrei Lugovi. It is wrongg."
    script = Path(__file__).with_name("office_client.py")
    command = [python, script, address, tmp_path / "profile", text]
    ran = subprocess.run(command, capture_output=True, check=True)
    first, second = json.loads(ran.stdout)
    # LibreOffice counts in UTF-16 units, and so does the service.
    assert marked(text, {"offset": first["start"], "length": first["length"]}) == "Lugovi"
    assert first["suggestions"] == ["Lugovoi"]
    assert marked(text, {"offset": second["start"], "length": second["length"]}) == "wrongg"
    assert second["suggestions"] == ["wrong"]

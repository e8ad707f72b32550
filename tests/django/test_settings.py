"""The setting COPYDESK: what is wrong in it is said, all at once."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.filterwarnings("default")


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        ({"adress": "x"}, "there is no key 'adress'"),
        ({"url": "127.0.0.1:8090"}, "'url' should begin with http:// or https://"),
        ({"url": 7}, "'url' should be a string"),
        ({"timeout": 0}, "'timeout' should be more than 0"),
        ({"timeout": "fast"}, "'timeout' should be a number"),
        ({"when_down": "panic"}, "'when_down' should be"),
        ({"headlines": "yes"}, "'headlines' should be True or False"),
        ({"leave_out": "shop.Product"}, "'leave_out' should be a list of models"),
        ({"leave_out": ["Product"]}, "'leave_out' should be a list of models"),
        (["url"], "it should be a dict"),
    ],
)
def test_a_wrong_setting_is_named(told, complaint):
    from lint.shells.django.settings import complaints_of

    assert any(complaint in line for line in complaints_of(told))


def test_all_complaints_are_told_together():
    from django.core.exceptions import ImproperlyConfigured
    from django.test import override_settings

    from lint.shells.django.settings import read_settings

    with (
        override_settings(COPYDESK={"adress": "x", "timeout": -1}),
        pytest.raises(ImproperlyConfigured) as raised,
    ):
        read_settings()
    assert "adress" in str(raised.value)
    assert "timeout" in str(raised.value)


def test_the_configuration_of_the_house_holds(tmp_path):
    from django.test import override_settings

    from lint.readers.fields import Field
    from lint.shells.django.asking import plain
    from lint.shells.save.checking import submitted

    path = tmp_path / "copydesk.yaml"
    path.write_text("serve:\n  publish: {block: never}\n", "utf-8")
    article = submitted([Field("body", "Britain asked for Lugovi.")], stage="publish")
    with override_settings(COPYDESK={"config": path}):
        assert plain.check(article).decision == "warn"
    assert plain.check(article).decision == "block"


def test_a_configuration_that_cannot_be_read_is_a_fault_and_no_failure(tmp_path):
    from django.test import override_settings

    from lint.readers.fields import Field
    from lint.shells.django.asking import plain
    from lint.shells.save.checking import submitted

    path = tmp_path / "copydesk.yaml"
    path.write_text("serve: [", "utf-8")
    with override_settings(COPYDESK={"config": path}):
        answer = plain.check(submitted([Field("body", "Anything.")], stage="publish"))
    assert (answer.decision, answer.fault) == ("warn", "the stylebook cannot be used")

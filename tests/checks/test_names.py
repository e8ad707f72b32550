"""The house spelling of names: listed forms are mended, near-misses are asked about."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.names import Entry, Names, NamesOptions
from lint.engine import Engine
from lint.finding import Finding
from lint.fixing import mend
from lint.readers import read_article
from lint.rule import Rule
from lint.stylebook.book import load_stylebook
from tests.conftest import WriteBook

ENTRIES = (
    Entry(
        "Andrei Lugovoi",
        wrong=("Lugovi", "Lugovoy", "Andrey Lugovoi"),
        note="Former KGB officer; MP in the Duma.",
        also=("Andrei Konstantinovich Lugovoi",),
    ),
    Entry("Vladimir Putin", note="President of Russia."),
    Entry("Keir Starmer", wrong=("Kier Starmer",)),
    Entry("Mikhail Khodorkovsky"),
    Entry("Alexander Litvinenko"),
    Entry("Dmitry Medvedev", wrong=("Dmitri Medvedev",)),
    Entry("Viktor Yanukovych"),
    Entry("Yaël Braun-Pivet"),
    Entry("Bashar al-Assad"),
    Entry("Juan Perón"),
    Entry("Thomas Müller"),
    Entry("Rory McIlroy", wrong=("McIlory", "Mcilroy")),
    Entry("Michelle O'Neill"),
    Entry("Michael Johnson"),
    Entry("Donald Trump"),
    Entry("Steven Spielberg"),
    Entry("Alexei Navalny"),
    Entry("Theresa Hunter", alone=False),
    Entry("Patrick Kielty", near=False),
    Entry("Elena Rybakina"),
    Entry("Ukraine"),
    Entry("London"),
    Entry("Middlesbrough", wrong=("Middlesborough",)),
    Entry("Essex"),
    Entry("Argentina"),
    Entry("Sainsbury's", wrong=("Sainsbury", "Sainsburys")),
    Entry("al-Qaeda", wrong=("Al Qaeda", "al Qaeda", "Al-Qaida")),
    Entry("eBay", wrong=("Ebay",)),
)
OTHERS = ("Alexander Litvinov", "Melania Trump", "Kostya Lugovoy")
RULE = Rule("names/people", "names", "People", "error", "Transliterations differ.")


def engine_of(*entries: Entry, others: tuple[str, ...] = ()) -> Engine:
    return Engine([Names(RULE, NamesOptions(entries, others))])


ENGINE = engine_of(*ENTRIES, others=OTHERS)


def findings(text: str, engine: Engine = ENGINE, form: str = "plain") -> tuple[Finding, ...]:
    return engine.check(read_article(text, format=form)).findings


def found(text: str) -> list[str]:
    return [finding.text for finding in findings(text)]


def mended(text: str, *, unsafe: bool = False, engine: Engine = ENGINE) -> str:
    return mend(text, lambda source: findings(source, engine), unsafe=unsafe).source


# Listed forms ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Mr Lugovi was a KGB officer.", "Mr Lugovoi was a KGB officer."),
        ("Lugovi said no.", "Lugovoi said no."),
        ("They saw Lugovi’s passport.", "They saw Lugovoi’s passport."),
        ("They saw Lugovi's passport.", "They saw Lugovoi's passport."),
        ("The Lugovis left; the Lugovis’ car did not.", "The Lugovois left; the Lugovois’ car did not."),  # noqa: E501
        ("LUGOVI STANDS FAST", "LUGOVOI STANDS FAST"),
        ("Andrey Lugovoi was there.", "Andrei Lugovoi was there."),
        ("Andrey Lugovy was there, as was Andrey Lugovi.", "Andrey Lugovy was there, as was Andrei Lugovoi."),  # noqa: E501
        ("Sir Kier Starmer’s plan.", "Sir Keir Starmer’s plan."),
        ("Sir Kier\u00a0Starmer spoke.", "Sir Keir\u00a0Starmer spoke."),
        ("“Lugovi is innocent,” she said.", "“Lugovoi is innocent,” she said."),
        ("A win for McIlory.", "A win for McIlroy."),
        ("A win for Mcilroy.", "A win for McIlroy."),
        ("She went to Middlesborough-based firms.", "She went to Middlesbrough-based firms."),
        ("He shops at Sainsburys.", "He shops at Sainsbury's."),
        ("It’s true: he shops at Sainsburys.", "It’s true: he shops at Sainsbury’s."),
        ("Men of Al Qaeda fled.", "Men of al-Qaeda fled."),
        ("Al Qaeda fled.", "Al-Qaeda fled."),
        ("Ebay sold it. They sold it on Ebay.", "eBay sold it. They sold it on eBay."),
    ],
)  # fmt: skip
def test_a_listed_form_is_mended_unasked_and_all_around_it_stays(wrong: str, right: str) -> None:
    assert mended(wrong) == right


def test_a_line_break_inside_a_name_stays() -> None:
    text = (
        "A headline\n\n"
        "The former director of public prosecutions, who is now leader, Kier\n"
        "Starmer, said on Monday that he would not be moved by any of it and\n"
        "that, as far as he and his friends were concerned, it was all over.\n"
    )
    assert mended(text) == text.replace("Kier\n", "Keir\n")


def test_a_listed_form_is_an_error_and_says_who_it_is() -> None:
    (finding,) = findings("Britain wants Lugovi.")
    assert finding.severity == "error"
    assert finding.entry == "Andrei Lugovoi"
    assert finding.message == ("Write “Lugovoi”, not “Lugovi”. Former KGB officer; MP in the Duma.")
    assert [fix.safety for fix in finding.fixes] == ["safe"]


@pytest.mark.parametrize(
    "text",
    [
        "Kostya Lugovoy is a dentist.",
        "He shops at Sainsbury’s and at Sainsbury's.",
        "MCILROY WINS AGAIN",
        "Lugano is in Switzerland.",
        "See https://example.org/Lugovi for more.",
    ],
)
def test_a_listed_form_inside_a_right_name_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("name", "wrong", "word"),
    [
        ("Muammar Gaddafi", "Qaddafi", "Gaddafi"),
        ("Muammar Gaddafi", "Moammar", "Muammar"),
        ("Mohammed bin Salman", "Muhamad", "Mohammed"),
        ("Recep Tayyip Erdoğan", "Erdogen", "Erdoğan"),
        ("Recep Tayyip Erdoğan", "Tayip", "Tayyip"),
    ],
)
def test_one_wrong_word_takes_the_place_of_the_word_most_like_it(
    name: str, wrong: str, word: str
) -> None:
    engine = engine_of(Entry(name, wrong=(wrong,)))
    assert mended(f"It was {wrong} again.", engine=engine) == f"It was {word} again."


def test_several_wrong_words_take_the_place_of_the_right_form_most_like_them() -> None:
    engine = engine_of(Entry("Aneurin Bevan", wrong=("Nye Bevin",), also=("Nye Bevan",)))
    assert mended("Nye Bevin spoke.", engine=engine) == "Nye Bevan spoke."


def test_a_misspelt_adjective_stays_one() -> None:
    engine = engine_of(Entry("Venezuela"))
    text = "They sell Venezulean oil in Venezuela."
    assert mended(text, unsafe=True, engine=engine) == "They sell Venezuelan oil in Venezuela."


# Near-misses in full -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "slip", "right"),
    [
        ("Russian President Vladimitr Putin's aide spoke.", "Vladimitr", "Vladimir"),
        ("Vladimir Putn’s aide spoke.", "Putn", "Putin"),
        ("Vladimir V. Putn spoke.", "Putn", "Putin"),
        ("VLADIMITR PUTIN SPEAKS", "VLADIMITR", "VLADIMIR"),
        ("Keir Stamer spoke.", "Stamer", "Starmer"),
        ("Keir\u00a0Stamer spoke.", "Stamer", "Starmer"),
        ("Mikhail Khordokovsky is free.", "Khordokovsky", "Khodorkovsky"),
        ("Michail Khodorkovsky is free.", "Michail", "Mikhail"),
        ("Viktor Yanukovich fled.", "Yanukovich", "Yanukovych"),
        ("Wiktor Yanukovych fled.", "Wiktor", "Viktor"),
        ("Aleksei Navalny is dead.", "Aleksei", "Alexei"),
        ("Alexey Navalny is dead.", "Alexey", "Alexei"),
        ("Yaël Brown-Pivet presided.", "Brown-Pivet", "Braun-Pivet"),
        ("Yael Braun-Pivett presided.", "Braun-Pivett", "Braun-Pivet"),
        ("Bashar al-Asad has gone.", "Asad", "Assad"),
        ("Michelle O’Niell spoke.", "O’Niell", "O’Neill"),
        ("Stephen Spielberg was there.", "Stephen", "Steven"),
        ("Theresa Huntter was there.", "Huntter", "Hunter"),
        ("“I saw Keir Stamer,” she said.", "Stamer", "Starmer"),
    ],
)
def test_a_full_name_with_a_slip_in_one_word_is_asked_about(
    wrong: str, slip: str, right: str
) -> None:
    (finding,) = findings(wrong)
    assert finding.text == slip
    assert finding.severity == "warning"
    assert [fix.safety for fix in finding.fixes] == ["unsafe"]
    assert mended(wrong) == wrong
    assert mended(wrong, unsafe=True) == wrong.replace(slip, right)


def test_a_near_miss_says_what_it_is_near_to() -> None:
    (finding,) = findings("Vladimitr Putin spoke.")
    assert finding.message == (
        "“Vladimitr Putin” is close to “Vladimir Putin”. Is that the name meant? "
        "President of Russia."
    )
    (alone, _) = findings("Mr Stamer spoke. Keir Stamer did.")
    assert alone.message == (
        "“Stamer” is close to “Starmer” (Keir Starmer). Is that the name meant?"
    )


def test_both_words_of_a_long_name_may_be_off_by_one() -> None:
    assert found("Vladimr Putn spoke.") == []
    assert found("Mikhal Khodorkovksy is free.") == ["Mikhal", "Khodorkovksy"]


@pytest.mark.parametrize(
    "text",
    [
        "Joan Johnson and Michaela Johnson ran.",
        "Michael Johnston ran.",
        "Steve Spielberg was there.",
        "Melania Trump was there.",
        "Donalda Trump was there.",
        "Patrik Kielty was there.",
        "Eleni Rybakina was there.",
        "Vladimira Putin was there.",
        "Yulia Navalnaya was there.",
        "Keir. Stamer is a town.",
        "Keir, Stamer and Jones are solicitors.",
    ],
)
def test_what_is_nearly_a_full_name_may_be_somebody_elses(text: str) -> None:
    assert found(text) == []


def test_a_common_name_is_a_slip_where_the_article_has_the_right_one() -> None:
    assert found("Michael Johnson ran. Later Michael Johnston rested.") == ["Johnston"]
    assert found("Michael Johnston ran. Michael Johnston rested. Michael Johnson swam.") == []


# Near-misses alone -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Keir Starmer spoke. Mr Stamer sat down.", ["Stamer"]),
        ("Keir Starmer spoke. Stamer said more.", ["Stamer"]),
        ("Keir Starmer spoke. Then they booed Stamer.", ["Stamer"]),
        ("Keir Starmer spoke. Then they booed Stamer’s wife.", ["Stamer"]),
        ("Keir Starmer spoke. The Stamer-led party cheered.", ["Stamer"]),
        ("Keir Stamer spoke. Stamer rose. Mr Stamer sat down.", ["Stamer", "Stamer", "Stamer"]),
        ("Keir Starmer is at home. We met the Stamers.", ["Stamer"]),
        ("Mr Khordokovsky is free.", ["Khordokovsky"]),
        ("They fled from Ukriane.", ["Ukriane"]),
        ("They live in Midlesbrough.", ["Midlesbrough"]),
        ("They flew to Londn.", ["Londn"]),
        ("A. Litvineko was poisoned.", ["Litvineko"]),
    ],
)
def test_a_last_word_alone_is_asked_about(text: str, slips: list[str]) -> None:
    assert found(text) == slips


@pytest.mark.parametrize(
    "text",
    [
        "Alexander Litvinenko met Mr Litvinov.",
        "Dmitry Medvedev and Viktor Medvedchuk met. Mr Medvedchuk left.",
        "They crossed Wessex to reach Essex.",
        "Alexei Navalny is dead. Mrs Navalnaya spoke. Navalnaya said no.",
        "Keir Starmer spoke. Starters said nothing.",
        "Keir Starmer spoke of a stamer, and the Stamer was sold.",
        "Keir Starmer met Anton Stamer. Mr Stamer was glad.",
        "Andrei Lugovoi is not Anton Lugovoj. Mr Lugovoj said so.",
        "Keir Starmer met B Stamer. Mr Stamer was glad.",
        "Mr Stamer spoke.",  # six letters, and nobody of that name in the article
        "Mr Stamer, Mr Stamer and Mr Stamer met Keir Starmer.",
        "Mr Huntre spoke to Theresa Hunter.",  # alone: false
        "Mr Kieltty spoke to Patrick Kielty.",  # near: false
        "Ukrainians, Ukrainian, Londoners, Londoner, Argentine and Argentines.",
        "Putinism, Trumpian, Starmerite and the Putins.",
        "Keir Starmer saw the STAMER scheme.",
        "Keir Starmer saw the Stamer-Jones couple.",
        "Keir Starmer saw Ann Starmer-Jones.",
        "Starter Homes For All\n\nKeir Starmer spoke.",
        "Follow @Ukriane and #Ukriane.",
        "They live in Argintena.",  # two letters off, and never named rightly
        "Londonly, the best is yet to come.",
        "They sold Mr Khodorkovskyâ\x80\x99s house.",
        "The Litvinenko3 robot and the Litvineko3 robot.",
    ],
)
def test_what_resembles_a_last_word_may_be_another_word(text: str) -> None:
    assert found(text) == []


def test_of_two_names_equally_near_the_one_in_the_article_is_meant() -> None:
    engine = engine_of(Entry("Ali Khamenei"), Entry("Ruhollah Khomeini"))
    (finding,) = findings("Ali Khamenei rose. Then they heard Khameini.", engine)
    assert finding.entry == "Ali Khamenei"


# Right forms are never reported --------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Juan Peron, Juan Perón and PERON; Juan " + unicodedata.normalize("NFD", "Perón") + ".",
        "Thomas Mueller and Thomas Muller and Thomas Müller.",
        "Andrei Konstantinovich Lugovoi spoke.",
        "Bashar Al-Assad, Bashar Assad, al-Assad and Assad.",
        "Michelle O’Neill and Michelle O'Neill.",
        "The Braun-Pivet law. Braun-Pivet said no.",
    ],
)
def test_style_of_accents_and_particles_is_no_slip(text: str) -> None:
    assert found(text) == []


NAMES = [entry.name for entry in ENTRIES] + list(OTHERS)
FRAMES = [
    "{}", "They met {} in the hall.", "{}’s house was sold.", "{}'s house was sold.",
    "The {}s were there.", "“{} is here,” she said.", "Mr {} left.", "It was ({}).",
    "{}, who was there, left.", "It was a {}-led party.", "{}: a life",
]  # fmt: skip


@given(
    name=st.sampled_from(NAMES),
    other=st.sampled_from(NAMES),
    frame=st.sampled_from(FRAMES),
    second=st.sampled_from(FRAMES),
    form=st.sampled_from(["NFC", "NFD"]),
    capitals=st.booleans(),
)
def test_a_right_name_is_never_reported(
    name: str, other: str, frame: str, second: str, form: str, capitals: bool
) -> None:
    text = frame.format(name) + "\n\n" + second.format(other)
    text = unicodedata.normalize(form, text.upper() if capitals else text)
    assert found(text) == []


@given(
    entry=st.sampled_from([entry for entry in ENTRIES if entry.wrong]),
    place=st.integers(0, 2),
    frame=st.sampled_from(FRAMES[:-1]),
    capitals=st.booleans(),
)
def test_a_mended_form_gives_nothing_more_to_report(
    entry: Entry, place: int, frame: str, capitals: bool
) -> None:
    text = frame.format(entry.wrong[place % len(entry.wrong)])
    text = text.upper() if capitals else text
    after = mended(text)
    if not (capitals and entry.wrong[place % len(entry.wrong)].upper() == entry.name.upper()):
        assert found(after) == []
    assert mended(after) == after


@given(
    name=st.sampled_from([n for n in NAMES if n.count(" ") == 1 and "Kielty" not in n]),
    at=st.integers(1, 20),
    letter=st.sampled_from("aeioubdklmnrst"),
)
def test_an_unsafe_mend_settles(name: str, at: int, letter: str) -> None:
    at = min(at, len(name))
    text = f"They met {name[:at]}{letter}{name[at:]} there. {name} left."
    after = mended(text, unsafe=True)
    assert found(after) == []


# The rule ------------------------------------------------------------------------------

BOOK = """\
kind: names
severity: error
why: One spelling.
near severity: suggestion
others: [Anton Stamer]
entries:
  - name: Keir Starmer
    not: [Starmar]
examples:
  - bad: Mr Starmar spoke.
    finds: Starmar
  - ok: Mr Starmer spoke.
  - ok: Anton Stamer spoke.
"""
PLACES = """\
kind: names
why: One spelling.
entries:
  - name: Stamer
examples:
  - bad: A day in Statmer, in Stamer.
    finds: Statmer
  - ok: We were in Stamer.
  - ok: We were at home.
"""


def test_the_gravity_of_a_near_miss_is_an_option(write_book: WriteBook) -> None:
    book = load_stylebook(write_book(people=BOOK))
    (finding,) = findings("Keir Starmr spoke.", Engine(list(book.checks.values())))
    assert finding.severity == "suggestion"


def test_what_is_right_in_another_rule_is_no_near_miss(write_book: WriteBook) -> None:
    alone = load_stylebook(write_book("one", people=BOOK))
    assert [f.text for f in findings("Keir Starmer saw Stamer.", _engine(alone))] == []
    people = BOOK.replace("others: [Anton Stamer]\n", "").replace("Anton Stamer", "Anton")
    alone = load_stylebook(write_book("two", people=people))
    assert [f.text for f in findings("Keir Starmer saw Stamer.", _engine(alone))] == ["Stamer"]
    both = load_stylebook(write_book("three", people=people, places=PLACES))
    engine = Engine([both.checks["people"]])
    assert [f.text for f in findings("Keir Starmer saw Stamer.", engine)] == []


def _engine(book: object) -> Engine:
    return Engine(list(book.checks.values()))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (Entry("Ann Lee", wrong=("Ann Lee",)), "both a right form and a wrong one"),
        (Entry("Ann Lee", wrong=("A Lee",), also=("A Lee",)), "both a right form and a wrong one"),
        (Entry("Ann Lee", wrong=("Lee",)), "cannot be wrong alone"),
        (Entry(" "), "at least one word"),
    ],
)
def test_a_contradictory_entry_is_complained_of(entry: Entry, message: str) -> None:
    (complaint,) = Names(RULE, NamesOptions((entry,))).complaints()
    assert message in complaint.message


def test_a_name_that_stands_twice_is_complained_of() -> None:
    check = Names(RULE, NamesOptions((Entry("Ann Lee"), Entry("Ann Lee"))))
    assert [complaint.at for complaint in check.complaints()] == [("entries", 1, "name")]


def test_the_order_of_articles_changes_nothing() -> None:
    texts = ["Keir Stamer rose.", "Mr Litvineko said no.", "Vladimitr Putin spoke."]
    forwards = [found(text) for text in texts]
    fresh = engine_of(*ENTRIES, others=OTHERS)
    backwards = [[f.text for f in findings(text, fresh)] for text in reversed(texts)]
    assert forwards == backwards[::-1]


HANIYEH = engine_of(
    Entry("Ismail Haniyeh", ("Ismail Haniya",), "Head of Hamas.", near=False),
    Entry("Rory McIlroy", ("McIlory",), "Golfer."),
)


def test_the_surname_of_a_name_found_wrong_is_asked_about_where_it_stands_alone() -> None:
    text = "Ismail Haniya spoke on Monday. Mr Haniya’s guards stood by. Omar Haniya was away."
    first, later = findings(text, HANIYEH)
    assert (first.text, first.severity, first.fixes[0].safety) == ("Ismail Haniya", "error", "safe")
    assert (later.text, later.fixes[0].safety) == ("Haniya", "unsafe")
    assert later.fixes[0].edits[0].text == "Haniyeh"
    assert later.message == "“Ismail Haniya” is Ismail Haniyeh, so this is “Haniyeh”."


def test_another_first_name_keeps_the_note_about_the_listed_person_away() -> None:
    (golfer,) = findings("He saw McIlory win the Open.", HANIYEH)
    (runner,) = findings("He saw James McIlory win the mile.", HANIYEH)
    assert golfer.message.endswith("Golfer.")
    assert not runner.message.endswith("Golfer.")


def test_half_of_a_double_barrelled_name_is_not_the_listed_one() -> None:
    assert findings("Ismail Haniya-Khan is somebody else.", HANIYEH) == ()

"""The house spelling of people, places and bodies, and what is nearly it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lint.checks.base import Check, Claim, Complaint, Mend, Sentry, Slip, option
from lint.checks.naming.company import Occurrence
from lint.checks.naming.directory import Directory, Listed
from lint.checks.naming.forms import Form, words_of
from lint.checks.naming.judging import Judge, NearMiss
from lint.checks.naming.spelling import fold
from lint.checks.naming.variants import Variant, edits, listed, mended, stands_in_right_form
from lint.finding import Severity
from lint.frozen import Frozen
from lint.index import Hit, Phrase, alike
from lint.kept import cached_property
from lint.late import late
from lint.reading import Reading
from lint.rule import Rule

_DOUBLE = late(r"[-\u2010\u2011][A-ZÀ-Þ]")  # the name goes on: it is double-barrelled


class Entry(Frozen):
    """One name: how the house writes it, and how it is not to be written."""

    name: str = option("the name in full, as the house writes it")
    wrong: tuple[str, ...] = option(
        "wrong forms; one word stands for the word of the name that it resembles most, "
        "several words for the whole name",
        default=(),
        key="not",
    )
    note: str = option("who or what it is, shown with the finding", default="")
    near: bool = option("look for near-misses of the name", default=True)
    alone: bool = option(
        "judge the last word without the others; false for a surname that is an ordinary word",
        default=True,
    )
    also: tuple[str, ...] = option("other right forms, never reported", default=())


class NamesOptions(Frozen):
    """What a rule of this kind may say."""

    entries: tuple[Entry, ...] = option("the names")
    others: tuple[str, ...] = option(
        "right names of others that look like these, never reported", default=()
    )
    near_severity: Severity = option("how grave a near-miss is", default="warning")


class Names(Check):
    """The house spelling of people, places and bodies.

    A form listed under ``not`` is found wherever it stands as a word, as written or in ALL
    CAPS, and is mended without asking. One word stands for the word of the name that it
    resembles most, several words for the whole name (or the form under ``also`` that they
    resemble most):

        - name: Andrei Lugovoi
          not: [Lugovi, Andrey Lugovoi]
          note: Former KGB officer; MP in the Duma.

    A one-word form must therefore be nobody else’s name. Possessives, plurals, capitals and
    the kind of apostrophe are kept.

    Near-misses are found without being listed: a word one letter or one transposition away
    from a word of a name (two in words of eight letters and more), or the same but for its
    transliteration (i, y and iy; ks and x; kh and h; v and w; doubled letters). They are told
    less gravely, with a mend that is written only when asked for. A first name is judged only
    beside its surname. A surname is judged alone when it has six letters and more, unless the
    entry says ``alone: false``; somebody of that name who bears another first name in the
    article is somebody else. Accents may be left out (Perón, Peron) unless that is listed.
    Words made from names (Londoners, Putinism) are left alone, and so is every form under
    ``also`` and ``others``, and every right form of the other rules of the stylebook.
    """

    Options = NamesOptions
    whole = True

    def __init__(self, rule: Rule, options: NamesOptions) -> None:
        super().__init__(rule, options)
        self.mends_speech = True  # a speaker does not spell
        self._book: Sequence[Check] = (self,)
        self._shared: Directory | None = None

    def introduce(self, checks: Sequence[Check], sentry: Sentry | None = None) -> None:
        """Hear of the other checks of the book: what is right there is no near-miss here."""
        self._book = checks
        self._shared = sentry if isinstance(sentry, Directory) else None

    def phrases(self) -> Iterable[Phrase]:
        """Every wrong form, the plurals of those that are one word."""
        right = {name for entry in self.options.entries for name in (entry.name, *entry.also)}
        known = {word for name in (*right, *self.options.others) for word in words_of(name)}
        for number, entry in enumerate(self.options.entries):
            for wrong in entry.wrong:
                for variant in listed(number, wrong, known):
                    yield Phrase(variant.written, True, variant)

    @cached_property
    def _right(self) -> tuple[str, ...]:
        """Every right form of the rule."""
        own = [name for entry in self.options.entries for name in (entry.name, *entry.also)]
        return (*own, *self.options.others)

    @cached_property
    def _right_text(self) -> str:
        """All of them in one text, so that most words are found to be in none at once."""
        return "\n".join(map(alike, self._right)).casefold()

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self._directory, self._directory.number(self.rule.id))

    @cached_property
    def _directory(self) -> Directory:
        # What the book knows is the same for all its rules of names: the first one keeps it.
        if self._shared is not None:
            return self._shared
        rules = {c.rule.id: c for c in self._book if isinstance(c, Names)} or {self.rule.id: self}
        first = next(iter(rules.values()))
        if first is not self:
            return first._directory
        right = (claim.form for check in self._book for claim in check.claims() if claim.right)
        return Directory.of({name: check.listed() for name, check in rules.items()}, right)

    @classmethod
    def sentry(cls, checks: Sequence[Check]) -> Sentry | None:
        """The directory of the book; there is none where the checks are of several books."""
        directories = {id(c._directory): c._directory for c in checks if isinstance(c, Names)}
        return next(iter(directories.values())) if len(directories) == 1 else None

    @classmethod
    def open_sentry(
        cls, packed: Mapping[str, bytes], check_of: Callable[[str], Check]
    ) -> Directory:
        """The directory of a compiled book."""

        def form_of(rule: str, entry: int, name: int) -> Form:
            check = check_of(rule)
            assert isinstance(check, Names)
            return check.form(entry, name)

        return Directory.unpacked(packed, form_of)

    def form(self, entry: int, name: int) -> Form:
        """A right form by the numbers of its entry and of the name in that."""
        listed = self.options.entries[entry]
        text = (listed.name, *listed.also)[name]
        return Form(entry, text, words_of(text), listed.alone)

    def listed(self) -> Listed:
        """The names near which a slip is looked for, and the folds of the listed wrong forms."""
        forms = [
            (number, name, self.form(number, name))
            for number, entry in enumerate(self.options.entries)
            if entry.near
            for name in range(1 + len(entry.also))
        ]
        wrong = {fold(w) for entry in self.options.entries for w in entry.wrong if " " not in w}
        return Listed(forms, wrong)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield the listed forms, then the near-misses that no listed form covers."""
        listed = [slip for hit in hits if (slip := self._listed(reading, hit)) is not None]
        yield from listed
        taken = [(slip.start, slip.end) for slip in listed]
        for slip in listed:
            for later in self._mentions(reading, slip, taken):
                taken.append((later.start, later.end))
                yield later
        for miss in self._judge.near_misses(reading):
            if not any(start < miss.end and miss.start < end for start, end in taken):
                yield self._near(reading, miss)

    def _listed(self, reading: Reading, hit: Hit) -> Slip | None:
        variant = Variant(*hit.payload)
        found = reading.prose[hit.start : hit.end]
        entry = self.options.entries[variant.entry]
        meant = variant.right((entry.name, *entry.also))
        if meant is None or (" " in found and _DOUBLE.match(reading.prose, hit.end)):
            return None  # Olivia Coleman-Hart is not Olivia Colman
        right = mended(reading, hit.start, hit.end, meant)
        end = hit.end - variant.plural
        if alike(found) == alike(right):
            return None
        may_stand = alike(reading.prose[hit.start : end]).casefold() in self._right_text
        if may_stand and stands_in_right_form(reading.prose, hit.start, end, self._right):
            return None
        return Slip(
            hit.start,
            hit.end,
            entry=entry.name,
            mends=(Mend(right, edits=edits(reading.prose, hit.start, hit.end, right)),),
            say={"use": right, "note": self._note(reading, hit, entry)},
            is_name=True,
        )

    @staticmethod
    def _note(reading: Reading, hit: Hit, entry: Entry) -> str:
        """Who it is, unless another first name before a surname says that it is somebody else."""
        given = Occurrence(reading, hit.start, hit.end).given_before()
        own = {fold(word) for word in words_of(entry.name)}
        his = given is None or given.is_initial or given.folded in own or len(own) == 1
        return entry.note if his else ""

    def _mentions(
        self, reading: Reading, slip: Slip, taken: Sequence[tuple[int, int]]
    ) -> Iterator[Slip]:
        from lint.checks.naming.mentions import mentions  # of the few who are misspelt

        full = reading.prose[slip.start : slip.end]
        for later in mentions(reading, full, slip.mends[0].text, tuple(taken)):
            right = mended(reading, later.start, later.end, later.right)
            yield Slip(
                later.start,
                later.end,
                entry=slip.entry,
                mends=(Mend(right, safety="unsafe"),),
                message=f"“{later.full}” is {slip.entry}, so this is “{right}”.",
                severity=self.options.near_severity,
                is_name=True,
            )

    def _near(self, reading: Reading, miss: NearMiss) -> Slip:
        entry = self.options.entries[miss.form.entry]
        right = mended(reading, miss.start, miss.end, miss.right)
        meant = f"“{miss.form.name}”"
        if not miss.whole and not miss.form.is_single:
            meant = f"“{miss.right}” ({miss.form.name})"
        return Slip(
            miss.start,
            miss.end,
            entry=entry.name,
            mends=(Mend(right, safety="unsafe"),),
            say={"use": right, "note": entry.note},
            message=f"“{miss.found}” is close to {meant}. Is that the name meant?",
            severity=self.options.near_severity,
            is_name=True,
        )

    def claims(self) -> Iterator[Claim]:
        """Right and wrong forms of every entry, and the right names of others."""
        for number, entry in enumerate(self.options.entries):
            yield Claim(entry.name, True, entry.name, ("entries", number, "name"))
            for place, name in enumerate(entry.also):
                yield Claim(name, True, entry.name, ("entries", number, "also", place))
            for place, wrong in enumerate(entry.wrong):
                yield Claim(wrong, False, entry.name, ("entries", number, "not", place))
        for place, name in enumerate(self.options.others):
            yield Claim(name, True, name, ("others", place))

    def complaints(self) -> Iterator[Complaint]:
        """A form that is both right and wrong, an empty name, a name that stands twice."""
        seen: dict[str, int] = {}
        for number, entry in enumerate(self.options.entries):
            if not words_of(entry.name):
                yield Complaint(("entries", number, "name"), "a name holds at least one word")
            if entry.name in seen:
                yield Complaint(
                    ("entries", number, "name"),
                    f"“{entry.name}” stands here twice; put both entries into one",
                )
            seen[entry.name] = number
            for place, wrong in enumerate(entry.wrong):
                if wrong in (entry.name, *entry.also):
                    message = f"“{wrong}” is both a right form and a wrong one"
                elif wrong in entry.name.split():
                    message = f"“{wrong}” is a word of “{entry.name}”, so it cannot be wrong alone"
                else:
                    continue
                yield Complaint(("entries", number, "not", place), message)

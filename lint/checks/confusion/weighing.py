"""One use of a word weighed by a learnt model: the log odds of a slip, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, inf

from lint.checks.confusion.judge import Context, Story, Verdict, spoken
from lint.checks.confusion.tables import (
    FORM_RUNS,
    NEXT_TO_US,
    NUMBERS,
    PLACES,
    RUNS,
    Direction,
    Model,
    known_key,
)

_REACH = 10  # words and marks on either side that are looked at
_CHARACTERS = 110  # code points in which they are sought
BESIDE = 32  # code points in which the words next to ours are sought
_SHOWN = 3  # how many words a reason names
_TELLS = 0.35  # log odds from which a word counts as a reason
_TELLS_STORY = 0.02
_SHORT = 40  # different words that make a story
_STORY = 200  # different words of a story, more or less
_LONG = 4  # letters of a word that is named as a reason


class Weighing:
    """One use of a word being weighed; ``sign`` turns log odds towards “a slip”."""

    def __init__(
        self, model: Model, direction: Direction, sign: int, form: int, context: Context
    ) -> None:
        self.model = model
        self.direction = direction
        self.sign = sign
        self.form = form
        self.context = context
        before = context.place.before(_CHARACTERS)[:_REACH]
        after = context.place.after(_CHARACTERS)[:_REACH]
        self.near = (*before, *after)
        self.places = [_at(before, -at - 1) if at < 0 else _at(after, at - 1) for at in PLACES]

    def verdict(self, doubtful: bool) -> Verdict | None:
        """The verdict, with its reasons; None where the word may stand."""
        direction = self.direction
        wanted = direction.suggestion if doubtful else direction.warning
        if wanted is None or not self._at_first_sight():
            return None
        score = self._near()
        if score + self.model.reach < wanted:
            return None
        score += self._story()
        if score < wanted:
            return None
        grave = direction.warning is not None and score >= direction.warning
        chance = 1 / (1 + exp(-max(-60.0, min(60.0, direction.slope * score + direction.offset))))
        return Verdict(
            round(chance, 3), tuple(self._reasons()), severity=None if grave else "suggestion"
        )

    def _at_first_sight(self) -> bool:
        """Whether the words next to ours leave doubt (see :meth:`Learnt.doubts`)."""
        left, right = NEXT_TO_US
        tables = self.model.places
        told = tables[left][NUMBERS[self.places[left]]] + tables[right][NUMBERS[self.places[right]]]
        return self.sign * told * self.model.unit >= self.direction.first

    def _near(self) -> float:
        """Log odds of a slip by what stands near the word."""
        model = self.model
        total = 0
        for table, capital, token in zip(model.places, model.capitals, self.places, strict=True):
            total += table[NUMBERS[token]]
            if token[:1].isupper():
                total += capital
        for number in {NUMBERS[token] for token in self.near if token[0].isalpha()}:
            total += model.around[number]
        total += self._runs(dict(zip(PLACES, map(known_key, self.places), strict=True)))
        return self.sign * (model.bias + total * model.unit)

    def _runs(self, keys: dict[int, str]) -> int:
        model = self.model
        total = sum(model.run(kind, [keys[at] for at in run]) for kind, run in enumerate(RUNS))
        if len(model.forms) > 1:
            for kind, run in enumerate(FORM_RUNS, len(RUNS)):
                total += model.run(kind, [keys[at] for at in run], self.form)
        return total

    def _told_near(self) -> dict[str, float]:
        """How much each word near tells, towards a slip."""
        model, told = self.model, dict[str, int]()
        for table, token in zip(model.places, self.places, strict=True):
            told[token] = told.get(token, 0) + table[NUMBERS[token]]
        for token in dict.fromkeys(self.near):
            told[token] = told.get(token, 0) + model.around[NUMBERS[token]]
        return {
            token: self.sign * number * model.unit
            for token, number in told.items()
            if len(token) >= _LONG and token[0].isalpha()
        }

    def _story(self) -> float:
        model = self.model
        if model.story is None:
            return 0.0
        if is_short(self.context.story):
            return -inf
        score = sum(model.facts.get(fact, 0.0) for fact in self._facts())
        numbers = {NUMBERS[token] for token in self.context.story.counts if token[0].isalpha()}
        told = sum(model.story[number] for number in numbers) * model.story_unit
        return self.sign * (score + told / (len(numbers) + 20.0))

    def _facts(self) -> list[str]:
        """What else of the pair stands in the story, and where that stands and comes from."""
        facts = sorted(self.context.story.setting)
        for side, name in enumerate(("first", "second")):
            words = {both[side] for both in self.model.forms}
            low, high = others(self.context.story, words, self.context.found)
            facts += [name] * (low > 0) + [f"{name} twice"] * (low > 1)
            facts += [f"{name} capital"] * (high > 0) + [f"{name} capital twice"] * (high > 1)
        return facts

    def _reasons(self) -> list[str]:
        """Why, in words of the article: those beside the word, near it and in the story."""
        reasons = [self._phrase()]
        if self.model.story is not None:
            reasons += self._pair_in_story()
        told_near = self._told_near()
        near = _best(told_near.items(), _TELLS)
        if near:
            reasons.append(f"near it: {', '.join(near)}")
        if self.model.story is not None:
            unit = self.sign * self.model.story_unit / _STORY
            told = (
                (token, unit * self.model.story[NUMBERS[token]])
                for token in self.context.story.counts
                if len(token) >= _LONG and token[0].isalpha() and token not in told_near
            )
            wide = _best(told, _TELLS_STORY)
            if wide:
                reasons.append(f"in the story: {', '.join(wide)}")
        return reasons

    def _pair_in_story(self) -> list[str]:
        side, found, story = int(self.sign < 0), self.context.found, self.context.story
        own, other = ({both[n] for both in self.model.forms} for n in (side, 1 - side))
        reasons = []
        if not any(others(story, own, found)):
            reasons.append(f"no other “{found.lower()}” in the story")
        if any(others(story, other, found)):
            meant = self.model.forms[self.form][1 - side]
            reasons.append(f"“{meant}” stands elsewhere in the story")
        return reasons

    def _phrase(self) -> str:
        """The word as it stands, with the words next to it."""
        place = self.context.place
        before, after = place.before(BESIDE)[:1], place.after(BESIDE)
        after = after[: 2 if after[:1] == ["'s"] else 1]
        words = [w for w in before if w[0].isalnum()] + [self.context.found]
        words += [w for w in after if w[0].isalnum() or w == "'s"]
        return f"“{spoken(words)}”"


def _at(tokens: Sequence[str], place: int) -> str:
    return tokens[place] if place < len(tokens) else ""


def is_short(story: Story) -> bool:
    """Whether a story is a line or two, too little to be judged by."""
    return len(story.counts) < _SHORT


def others(story: Story, words: set[str], found: str) -> tuple[int, int]:
    """How often words stand in a story in small letters and otherwise, one ``found`` left out."""
    low = high = 0
    for word, count in story.counts.items():
        if word.lower() in words:
            besides = count - (word == found)
            if word in words:
                low += besides
            else:
                high += besides
    return low, high


def _best(told: Iterable[tuple[str, float]], least: float) -> Sequence[str]:
    """The words that tell most, each once."""
    names: list[str] = []
    for word, number in sorted(told, key=lambda pair: (-pair[1], pair[0])):
        if number < least or len(names) == _SHOWN:
            break
        if word.lower() not in {name.lower() for name in names}:
            names.append(word)
    return names

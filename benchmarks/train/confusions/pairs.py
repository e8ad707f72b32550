"""The pairs that have a learnt model, and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """Two words that are written for each other.

    ``forms`` are the forms of the first with those of the second. ``story`` says that the
    words of the whole article tell them apart. ``rule`` is the rule whose lists of words
    (nations, shires, ...) count as one each beside the words themselves, and whose hand-made
    evidence speaks first. ``shares`` are, for the first word written for the second, the shares
    of its true uses that may be told as a warning and as a suggestion, where that is asked for
    and not worked out from how often it is a slip.
    """

    forms: tuple[tuple[str, str], ...]
    story: bool = False
    rule: str = ""
    shares: tuple[float, float] | None = None

    @property
    def name(self) -> str:
        """What rules call the model."""
        return "/".join(self.forms[0])


_PLAIN = """
affect/effect,affects/effects,affected/effected  end/send  even/event  ever/every  except/expect
form/from  hear/here  hold/hole  if/of  it's/its  know/no  lead/led
lose/loose,loses/looses,losing/loosing  many/may  might/night  month/mouth  old/told  our/out
pay/play  personal/personnel  police/policy  principal/principle  raise/rise  sea/see
signing/singing,signed/singed  than/that  than/then  their/there  thing/think  though/thought
though/through  to/too  too/two  vary/very  warm/warn  was/war  weak/week  weather/whether
were/where  who's/whose  woman/women  world/would  you're/your  you/your
"""


def _read(text: str) -> Pair:
    forms = tuple(tuple(form.split("/", 1)) for form in text.split(","))
    return Pair(tuple((a, b) for a, b in forms))


PAIRS: tuple[Pair, ...] = (
    Pair(
        (("county", "country"), ("counties", "countries")),
        story=True,
        rule="confusions/country",
        shares=(0.006, 0.04),
    ),
    *(_read(text) for text in _PLAIN.split()),
)

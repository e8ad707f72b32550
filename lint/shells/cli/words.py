"""``copydesk words``."""

from __future__ import annotations

import click

from lint.reports.legible import legible
from lint.shells.cli.common import configured, tells_complaints
from lint.shells.cli.ending import refuse
from lint.shells.wordlist import add_words, why_no_word
from lint.shells.writing import CannotWrite


@click.group("words", short_help="Put words into the house word list.")
def command() -> None:
    """The house word list: words and names that are right here, whatever is inferred.

    It is a plain file beside the configuration, words.list unless the configuration says
    “word list: …”: one word or name a line, “#” begins a comment. Checks that judge how a
    word is spelt leave its words alone, whatever their case; what a rule of the stylebook
    lists as wrong stays wrong.
    """


@command.command("add")
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@click.option("--config", metavar="FILE", help="Configuration file to use.")
@tells_complaints
def add(words: tuple[str, ...], config: str | None) -> None:
    """Put words into the house word list, in their place.

    A name of several words is given in quotation marks.
    """
    configuration = configured(config)
    file = configuration.beside(configuration.word_list)
    words = tuple(" ".join(word.split()) for word in words)
    for word in words:
        if said := why_no_word(word):
            refuse(f"“{word}”: {said}")
    try:
        added = add_words(file, words)
    except CannotWrite as error:
        refuse(f"{file}: {error}")
    for word in added:
        click.echo(legible(f"“{word}” is a word of the house now, in {file}."))
    if not added:
        several = "They stand" if len(words) > 1 else "It stands"
        click.echo(legible(f"{several} in {file} already."))

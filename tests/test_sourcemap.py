"""Where prose stood in the source."""

from __future__ import annotations

from lint.sourcemap import Located, ProseBuilder, Segment, SourceMap
from lint.span import Span


def built(*parts: tuple[str, int, int] | str) -> SourceMap:
    builder = ProseBuilder()
    for part in parts:
        if isinstance(part, str):
            builder.gap(part)
        else:
            builder.add(*part)
    return builder.finish()[1]


def test_a_map_without_segments_gives_the_same_offsets() -> None:
    assert SourceMap().identity
    assert SourceMap().locate(3, 7) == Located(Span(3, 7), True)


def test_text_that_stands_side_by_side_is_one_run() -> None:
    origin = built(("Mr ", 10, 13), ("Lugovoi", 13, 20))
    assert origin.locate(1, 8) == Located(Span(11, 18), True)


def test_a_range_with_markup_inside_it_is_not_whole() -> None:
    origin = built(("adv", 3, 6), ("isor", 10, 14))
    assert origin.locate(0, 7) == Located(Span(3, 14), False)
    assert origin.locate(3, 7) == Located(Span(10, 14), True)


def test_a_whole_entity_may_be_taken() -> None:
    origin = built(("AT", 0, 2), ("&", 2, 7), ("T", 7, 8))
    assert origin.locate(0, 4) == Located(Span(0, 8), True)


def test_an_entity_for_two_characters_is_never_cut() -> None:
    origin = built(("x", 0, 1), ("≂\u0338", 1, 16), ("y", 16, 17))
    assert origin.locate(1, 2) == Located(Span(1, 16), False)
    assert origin.locate(2, 3) == Located(Span(1, 16), False)
    assert origin.locate(1, 3) == Located(Span(1, 16), True)


def test_what_stands_for_markup_is_not_written_over() -> None:
    builder = ProseBuilder()
    builder.add("a", 0, 1)
    builder.add("\n", 1, 5, fixed=True)
    builder.add("b", 5, 6)
    origin = builder.finish()[1]
    assert origin.locate(0, 3) == Located(Span(0, 6), False)
    assert origin.locate(2, 3) == Located(Span(5, 6), True)


def test_a_fixed_character_is_no_part_of_the_text_before_it() -> None:
    builder = ProseBuilder()
    builder.add("a", 0, 1)
    builder.add("\ufffc", 1, 2, fixed=True)
    assert builder.finish()[1].locate(0, 1).whole


def test_an_insertion_point_lies_after_the_character_before_it() -> None:
    origin = built(("one", 5, 8), "\n\n", ("two", 20, 23))
    assert origin.locate(3, 3) == Located(Span(8, 8), True)


def test_a_range_over_two_blocks_is_not_whole() -> None:
    origin = built(("one", 5, 8), "\n\n", ("two", 20, 23))
    assert origin.locate(0, 8) == Located(Span(5, 23), False)


def test_a_map_of_nothing_has_no_places() -> None:
    assert SourceMap([]).locate(0, 0) == Located(Span(0, 0), False)


def test_equal_lengths_are_character_for_character() -> None:
    assert Segment(0, 3, 7, 10).verbatim
    assert not Segment(0, 1, 7, 10).verbatim

"""What is known of a story besides its words: the section it stands in, where it was filed."""

from __future__ import annotations

from lint.article import Article, BlockKind
from lint.late import late

ABROAD = "abroad"  # a foreign section, or a dateline of a land that has no counties
_SECTIONS = {
    ABROAD: "world foreign international global overseas europe asia africa americas mideast",
    "section business": "business economy economics finance financial money markets companies",
    "section entertainment": "entertainment culture arts film music television books",
    "section politics": "politics political parliament westminster",
    "section sport": "sport sports football cricket rugby tennis athletics",
    "section tech": "tech technology science",
}
_SECTION_OF = {word: fact for fact, words in _SECTIONS.items() for word in words.split()}
SETTINGS = tuple(_SECTIONS)
_WORD = late(r"[a-z]+")
# A place in capitals, perhaps with a land, a day or an agency, and a mark that closes it.
_DATELINE = late(
    r"\s*([A-Z][A-Z .'’-]+[A-Z])(?:, [^:–—\n-]{2,30})?(?: ?\([A-Za-z]+\))?"
    r"\s*(?::|[-–—]{1,2}(?:\s|$))"
)
_FILED_IN: tuple[BlockKind, ...] = ("dateline", "standfirst", "paragraph")
_OPENING = 90  # code points in which a dateline is sought
# Places that news is filed from, in lands whose parts English copy does not call counties.
_PLACES = frozenset(
    place.strip()
    for place in """
    ABIDJAN, ABU DHABI, ABUJA, ACCRA, ADDIS ABABA, ADEN, AJACCIO, ALEPPO, ALGIERS, ALMATY, AMMAN,
    AMSTERDAM, ANKARA, ANTANANARIVO, ASHGABAT, ASTANA, ASUNCION, ATHENS, BAGHDAD, BAKU, BAMAKO,
    BANGKOK, BANGUI, BARCELONA, BASRA, BEIRUT, BELGRADE, BERLIN, BERN, BOGOTA, BONN, BRASILIA,
    BRATISLAVA, BRUSSELS, BUENOS AIRES, BUJUMBURA, CAIRO, CANBERRA, CARACAS, CHISINAU, COLOMBO,
    CONAKRY, COPENHAGEN, DAKAR, DAMASCUS, DAR ES SALAAM, DAVOS, DELHI, DHAKA, DOHA, DONETSK, DUBAI,
    DUSHANBE, FRANKFURT, GAZA, GAZA CITY, GENEVA, GOMA, GUATEMALA CITY, HANOI, HARARE, HAVANA,
    HELSINKI, HO CHI MINH CITY, HONG KONG, ISLAMABAD, ISTANBUL, JAKARTA, JERUSALEM, JOHANNESBURG,
    KABUL, KAMPALA, KARACHI, KATHMANDU, KHARKIV, KHARTOUM, KIEV, KIGALI, KINGSTON, KINSHASA,
    KUALA LUMPUR, KUWAIT, KUWAIT CITY, KYIV, LA PAZ, LAGOS, LAHORE, LIMA, LISBON, LOME, LUANDA,
    LUSAKA, LUXEMBOURG, LVIV, MADRID, MALE, MANAGUA, MANAMA, MANILA, MAPUTO, MARIUPOL, MELBOURNE,
    MEXICO CITY, MINSK, MOGADISHU, MONTEVIDEO, MOSCOW, MUMBAI, MUNICH, MUSCAT, NAYPYIDAW, NDJAMENA,
    NEW DELHI, NIAMEY, NICOSIA, NUUK, OTTAWA, OUAGADOUGOU, PANAMA CITY, PARIS, PESHAWAR,
    PHNOM PENH, PORT AU PRINCE, PRAGUE, PRETORIA, PRISTINA, QUITO, RABAT, RAMALLAH, RANGOON,
    REYKJAVIK, RIGA, RIO DE JANEIRO, RIYADH, ROME, SANA'A, SANAA, SANTIAGO, SAO PAULO, SARAJEVO,
    SEVASTOPOL, SINGAPORE, SKOPJE, SOFIA, SRINAGAR, STRASBOURG, SYDNEY, TASHKENT, TBILISI,
    TEGUCIGALPA, TEL AVIV, THE HAGUE, TIRANA, TOKYO, TORONTO, TRIPOLI, TUNIS, ULAANBAATAR,
    UNITED NATIONS, VALLETTA, VIENNA, VIENTIANE, VLADIVOSTOK, WARSAW, WELLINGTON, WINDHOEK, YANGON,
    YEREVAN, YAOUNDE, ZURICH
    """.replace("\n", " ").split(",")
)


def setting_of(article: Article) -> frozenset[str]:
    """What the section and the dateline of an article say, of :data:`SETTINGS`.

    Nothing where neither is known; a dateline is a block of that kind, or opens the standfirst
    or the first paragraph.
    """
    facts = {_SECTION_OF.get(word) for word in _WORD.findall(article.metadata.section.lower())}
    if any(_dateline(article, kind) in _PLACES for kind in _FILED_IN):
        facts.add(ABROAD)
    return frozenset(fact for fact in facts if fact)


def _dateline(article: Article, kind: BlockKind) -> str:
    block = article.first(kind)
    if block is None:
        return ""
    text = article.prose[block.start : min(block.end, block.start + _OPENING)]
    found = _DATELINE.match(text)
    return found[1] if found else ""

"""Which noun phrases a sentence holds, and how far each may go."""

from datetime import date

import pytest

from riwaya.mentions.find import find
from riwaya.mentions.nominals import nominals
from riwaya.passages.split import split

PHRASES = [
    ("قصف الجيش السوري أطراف البلدة.", {"الجيش السوري", "أطراف البلدة"}, {"قصف"}),
    ("عودة بعض الأهالي إليها.", {"بعض الأهالي"}, {"بعض الأهالي إليها", "إليها"}),
    ("هاجم عناصر من قوات الأمن حاجزا.", {"عناصر", "عناصر من قوات الأمن"}, {"من"}),
    ("دمرت الطائرات مخازن ومساكن ومغارات.", {"مخازن", "مساكن", "مغارات"}, {"مخازن ومساكن"}),
    ("حققت القوات الموالية للحكومة تقدما.", {"القوات الموالية", "القوات الموالية للحكومة"}, {"حققت القوات"}),
    ("اعتقل الحاجز العقيد سالم الحموي.", {"العقيد سالم الحموي"}, set()),
]


@pytest.mark.parametrize(("text", "held", "absent"), PHRASES)
def test_a_sentence_holds_its_noun_phrases(text: str, held: set[str], absent: set[str]) -> None:
    line = find(text, split(text)[0], date(2026, 3, 1))
    found = {line.mention(phrase.first, phrase.last).text for phrase in nominals(line)}
    assert held <= found
    assert not absent & found

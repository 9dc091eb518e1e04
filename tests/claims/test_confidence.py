"""How sure the reading says it is."""

from riwaya.claims.claim import Claim
from riwaya.claims.confidence import confidence_signs
from riwaya.pipeline import read_text

NAMED = "قال محافظ المدينة حسين الراوي إن طائرات حربية قصفت سوق بلدة الزهراء أمس."
UNSURE = "وأشار إلى ما كان من أمر المدينة في تلك الأيام وما تلاها من أحداث."


def only(text: str) -> Claim:
    (claim,) = read_text(text, published="2026-03-01")
    return claim


def test_every_claim_says_how_sure_it_is_to_the_hundredth() -> None:
    for text in (NAMED, UNSURE):
        sure = only(text).confidence
        assert sure is not None and 0 <= sure <= 1 and sure == round(sure, 2)


def test_a_named_speaker_and_a_plain_happening_are_surer_than_nobody_and_none() -> None:
    assert (only(NAMED).confidence or 0) > (only(UNSURE).confidence or 0) + 0.2


def test_who_speaks_and_what_the_words_are_does_not_count() -> None:
    other = NAMED.replace("حسين الراوي", "سالم الحموي").replace("الزهراء", "الحمراء")
    one, two = only(NAMED), only(other)
    assert list(confidence_signs(one, {"airstrike": 0.9}, "")) == list(confidence_signs(two, {"airstrike": 0.9}, ""))


def test_a_likelier_type_makes_no_claim_less_sure() -> None:
    from riwaya.claims.weighing import chance

    claim = only(NAMED)
    sure = [chance("confidence", confidence_signs(claim, {claim.event.type: each}, "")) for each in (0.3, 0.6, 0.96)]
    assert sure == sorted(sure)

"""The signs by which a noun phrase shows which part it plays in a happening: who did it, to whom, or neither."""

from collections.abc import Iterator, Mapping

# What is weighed of a phrase's stance: single answers, and answers that mean something only together.
TOGETHER = (
    "spot", "head", "by", "type", "extent", "extent head", "joint", "inside by", "spot order", "spot voice",
    "spot order voice", "by spot voice", "by side order", "by head", "head type", "head spot", "head voice side",
    "type spot", "type by side", "type spot order", "row by side", "row head", "row side order", "near", "near head",
    "near by", "near type", "nearrow by", "framed", "framed head", "light", "light voice", "light by side", "spot far",
    "speaks", "speaks act", "speaks where type", "act where", "told where", "word", "word side", "counted head",
    "counted side voice", "definite side by", "quoted", "shape", "shape by side", "open spot", "open spot voice order",
    "clause side", "clause near", "clause side head", "begun side by", "begun side voice order", "behind by",
    "behind leads", "ruled", "ruled voice", "ruled spot",
    "led side order", "led side voice by", "nearled near", "nearled by near", "abuts voice", "abuts head", "abuts led voice",
    "agrees order", "agrees voice order", "nearagrees near",
)  # fmt: skip
_SPLIT = tuple((names, tuple(names.split())) for names in TOGETHER)


def part_signs(stance: Mapping[str, str]) -> Iterator[str]:
    """The signs of a phrase that stands so in its scene; an answer that is empty gives none."""
    yield "bias"
    for names, parts in _SPLIT:
        answers = [stance[name] for name in parts]
        if all(answers):
            yield f"{names}={':'.join(answers)}"

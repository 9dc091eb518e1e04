"""Text and word lists: spans, folding, tokens with their clitics, packs and matching."""

"""Sources of name candidates: lexicon, head nouns, titles, capitalised runs; `read.names` chooses among them."""

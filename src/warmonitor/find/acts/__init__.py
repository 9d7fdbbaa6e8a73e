"""Ways to a verbal act: by verb, noun and idiom, and by words of judgement. `find.statements` puts them together."""

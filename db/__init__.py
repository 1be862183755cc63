"""The store: the library file of summaries, their history and their site. The only code that speaks SQL; never Qt."""

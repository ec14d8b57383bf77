"""The discourse model at run time: an article in, the scores of every head out."""

"""The syntax model: word classes, morphology, lemmas, trees, sentence ends and names."""

"""The syntax model: word classes, morphology, lemmas, trees and sentence ends."""

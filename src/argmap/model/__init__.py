"""The annotated document: labels, classes, checks, and the files that hold them."""

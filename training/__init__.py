"""Recipes that make the bundled models from public data; never imported by the package."""

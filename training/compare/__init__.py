"""Recipe of the comparison: how likely two passages say the same."""

"""Recipe of the discourse model: one small sentence encoder that reads every discourse task."""

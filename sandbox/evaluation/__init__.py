"""The evaluator: a pure function of the journal, criterion by criterion of the REAC."""

"""What people say of a run, beside the journal: ratings, contests, decisions; the debriefing."""

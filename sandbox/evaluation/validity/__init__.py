"""How far the judgement can be trusted: what ``flask evaluation validate`` measures."""

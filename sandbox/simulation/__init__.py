"""The living company: its files, its clock, its actors, and the plays that test them."""

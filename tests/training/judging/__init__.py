"""What people say of a run."""

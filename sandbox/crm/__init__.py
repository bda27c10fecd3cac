"""Customer relation: mailbox, customers and their records."""

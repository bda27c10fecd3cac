"""The kernel: runs, time, money, chance, numbers; it imports nothing of the other rooms."""

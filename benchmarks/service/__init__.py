"""How quick the service is, and whether it holds: under load, under reloads, over time."""

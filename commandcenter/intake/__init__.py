"""From outside to the Desk: tables of cases, boundaries, and the simulator that the demo lives by."""

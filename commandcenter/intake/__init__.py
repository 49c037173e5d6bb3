"""From outside to the Desk: tables of cases, boundaries, and the simulator of the demo."""

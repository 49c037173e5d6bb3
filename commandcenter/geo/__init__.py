"""The ground: which grid a point lies in, roads to drive on, boundaries from files, the demo."""

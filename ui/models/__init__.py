"""Qt models: load(board), then apply(changes) by insert, remove, move and dataChanged only."""

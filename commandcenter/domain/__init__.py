"""The trade: nouns, states and rules; standard library only."""

"""What verbs are asked for: what stands with them, whom the words behind them mean, and who does it together."""

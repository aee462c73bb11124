"""What we publish about accuracy and speed: how it is measured, and the frozen results."""

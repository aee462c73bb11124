"""Speech in quotation marks or behind a colon, and whom it belongs to."""

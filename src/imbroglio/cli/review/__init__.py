"""`imbroglio review`: decisions about a case in the terminal, into the same log as the explorer's."""

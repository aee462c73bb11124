"""Stage B: claims, on top of the syntax that stage A learned; and the judge of what is proposed."""

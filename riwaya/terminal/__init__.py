"""How the command line reads paths and prints what it found."""

"""`python -m riwaya`, the same as the command `riwaya`."""

from riwaya.cli import main

if __name__ == "__main__":
    main()

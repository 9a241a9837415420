"""What stays for a whole sitting is set aside from the collector, so that looking through it never stops a picture that moves."""

import gc


def set_aside() -> None:
    """Take out what nobody holds, then set aside all that is left; what was set aside before is looked through once more."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()

"""How a context model is made from an archive: counts, classes, slips, trees, thresholds."""

"""Speed: ratios against rivals, in one run on one machine."""

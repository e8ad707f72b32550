"""What is wrong with headlines: repeats and stubs in an article, twins in a run."""

"""YAML to a stylebook: loading, complaints, proving, editing."""

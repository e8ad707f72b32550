"""What the kind “names” knows of names: their shapes, their neighbours, their relations."""

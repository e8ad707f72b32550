"""Grammar engines: asked about paragraphs, their answers kept. The rules judge what they say."""

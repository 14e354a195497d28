"""One file per question a page asks: what stands on it, as one viewer sees it."""

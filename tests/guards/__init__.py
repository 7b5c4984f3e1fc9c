"""Guards: properties of the project as a whole, which no single change may break unseen."""

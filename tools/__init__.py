"""Helper scripts of the checkout: none of them is imported by the product."""

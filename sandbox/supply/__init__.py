"""The supply desk: products, stock, purchasing, goods receipts, carriers."""

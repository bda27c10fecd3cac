"""The commercial desks: quotes, orders, deliveries, invoices, payments, dunning."""

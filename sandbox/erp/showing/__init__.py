"""What the screens of the sales desk show, ready for the templates."""

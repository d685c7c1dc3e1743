# Мышь.
action-toggle-mouse = мышь

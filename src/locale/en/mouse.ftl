# The mouse.
action-toggle-mouse = mouse

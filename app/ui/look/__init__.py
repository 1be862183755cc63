"""The look of the window: colours by role, fonts, icons, the style sheet, the focus ring, the reading band."""

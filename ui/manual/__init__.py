"""The manual: a page of help for each panel (F1), searched in Chinese and English."""

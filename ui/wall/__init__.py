"""The wall: the street on the duty room's large screen, for everybody who looks up; no person."""

"""The live map: a folium page inside a web view; it knows no case, Desk or domain."""

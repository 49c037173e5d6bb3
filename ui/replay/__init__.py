"""回放: any past hour or emergency played back beside the live desk, and as a page of its own."""

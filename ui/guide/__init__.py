"""The guided first case: a strip under the band that names one step and its key at a time."""

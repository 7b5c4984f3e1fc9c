"""The laws of the design, one file each; `writing` says how what they are about can be written in a cell."""

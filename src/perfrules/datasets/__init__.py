"""Tables of millions of rows, in files: read in bounded memory, evaluated part by part, summed up."""

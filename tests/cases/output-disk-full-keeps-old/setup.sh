echo old >out.pdf

# Two thousand mappings in each other, by indentation.
awk 'BEGIN { for (i = 0; i < 2000; i++) printf "%*sa:\n", i, "" }' >layout.yaml

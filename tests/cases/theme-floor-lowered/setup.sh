# Smaller type than can be read.
sed 's/floor: 11/floor: 6/; s/footer: 11/footer: 6/' ../../../layouts/themes/landsbyen.yaml >theme.yaml

# A key misspelt, and a length that is none.
sed 's/^colours:/colors:/; s/gap: 24/gap: bred/' ../../../layouts/themes/landsbyen.yaml >theme.yaml

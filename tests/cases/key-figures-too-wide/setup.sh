# A page too narrow for four key figures beside each other.
sed 's/width: 960/width: 440/' ../../../layouts/themes/landsbyen.yaml >theme.yaml

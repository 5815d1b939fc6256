# A page twice as wide and high, with the type sizes of before.
sed '1,/^paper:/{s/^  width: 960/  width: 1920/; s/^  height: 540/  height: 1080/}' ../../../layouts/themes/landsbyen.yaml >theme.yaml

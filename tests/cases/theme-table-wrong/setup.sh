awk 'NR == 1 { print "ID," $0; next } { print NR - 1 "," $0 }' ../_tiny/survey.csv >survey.csv
sed 's/^columns:/columns:\n  id: ID/' ../_tiny/survey.yaml | cat - themes.yaml >survey.yaml

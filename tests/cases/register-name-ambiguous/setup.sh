# Two units of one name, and an export that has only the name.
sed 's#\.\./_tiny/units.csv#units.csv#' ../_tiny/survey.yaml >survey.yaml
head -3 ../_tiny/survey.csv >survey.csv

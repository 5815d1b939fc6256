# Of six that were invited ten answered.
{ echo 'kommune;gruppe;inviterte'; echo 'Nordvik;Ansatt;400'; echo 'Nordvik;Næringsliv;6'; } >inviterte.csv
{ cat ../_tiny/survey.yaml; printf 'invited:\n  {file: inviterte.csv, unit: kommune, group: gruppe, count: inviterte}\n'; } >survey.yaml
cp ../_tiny/survey.csv .

sed 's,\.\./_styled/,,' ../_styled/survey.yaml >survey.yaml
sed 's,\.\./_pictures/logo.svg,nordvik.png,' ../_styled/units.csv >units.csv

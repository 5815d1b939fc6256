sed 's,\.\./_styled/,,' ../_styled/survey.yaml >survey.yaml
sed 's/#5B2A86/#B3440B/' ../_styled/units.csv >units.csv

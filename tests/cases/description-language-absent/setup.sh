sed 's,bokmål,nynorsk,' ../_tiny/units.csv >units.csv
sed 's,\.\./_tiny/,,; s,file: survey,file: ../_tiny/survey,; s/, nn: Tilsette}/}/; s/, nn: fylket}/}/' \
    ../_tiny/survey.yaml >survey.yaml

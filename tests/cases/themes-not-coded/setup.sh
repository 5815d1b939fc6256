cp ../_tiny/survey.csv .
cat ../_tiny/survey.yaml - >survey.yaml <<'YAML'
themes:
  veier: {name: Veier}
YAML

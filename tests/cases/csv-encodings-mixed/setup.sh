cp ../_tiny/survey.yaml .

touch export.yaml

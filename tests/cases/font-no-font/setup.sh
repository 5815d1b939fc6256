# A font that is a text.
sed 's|SourceSans3-Bold.ttf|./theme.yaml|' ../../../layouts/themes/landsbyen.yaml >theme.yaml

# A font that is nowhere.
sed 's/SourceSans3-Bold/Ingen-Bold/' ../../../layouts/themes/landsbyen.yaml >theme.yaml

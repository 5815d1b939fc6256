# The first three thousand bytes of a font.
sed 's|SourceSans3-Bold.ttf|./damaged.ttf|' ../../../layouts/themes/landsbyen.yaml >theme.yaml
head -c 3000 ../../../fonts/SourceSans3-Bold.ttf >damaged.ttf

# The first three thousand bytes of a font.
head -c 3000 ../../../fonts/SourceSans3-Regular.ttf >damaged.ttf

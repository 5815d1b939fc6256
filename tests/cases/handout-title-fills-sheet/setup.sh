{
    echo "deck:"
    echo "  title: Prøve"
    echo "  author: $(yes Utvalget | head -n 600 | paste -sd ' ')"
    cat <<END
  unit: Nordvik
survey: ../_tiny/survey.yaml
slides:
  - slide: text
    title: Hva nå?
    body: Takk
END
} >layout.yaml

# A title of six hundred words.
{
    printf 'deck:\n  title: Prøve\n  unit: Nordvik\n'
    printf 'survey: ../_tiny/survey.yaml\nslides:\n  - slide: text\n    title:'
    for word in $(seq 600); do printf ' ord%s' "$word"; done
    printf '\n    body: Hei\n'
} >layout.yaml

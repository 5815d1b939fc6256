# A body that is one word of three thousand letters: broken, and not cut.
{
    printf 'deck:\n  title: Prøve\n  unit: Nordvik\n'
    printf 'survey: ../_tiny/survey.yaml\nslides:\n  - slide: text\n    title: Et langt ord\n'
    printf '    body: '
    head -c 3000 /dev/zero | tr '\0' 'a'
    printf '\n'
} >layout.yaml

# A hundred thousand lists in each other.
{
    printf 'slides: '
    head -c 100000 /dev/zero | tr '\0' '['
    head -c 100000 /dev/zero | tr '\0' ']'
} >layout.yaml

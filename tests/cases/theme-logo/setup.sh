# A theme with a logo, which a deck's own logo replaces.
{ cat ../../../layouts/themes/landsbyen.yaml; echo 'logo: ../_pictures/logo.svg'; } >theme.yaml

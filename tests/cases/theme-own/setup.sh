# Another brand, and an accent that stands out from it.
sed '/^grey:/,$!{s/^  brand: .*/  brand: "#552200"/; s/^  brand-light: .*/  brand-light: "#8A5A2B"/; s/^  accent: .*/  accent: "#14566A"/}' ../../../layouts/themes/landsbyen.yaml >theme.yaml

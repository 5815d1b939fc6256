# Another brand.
sed '/^grey:/,$!{s/^  brand: .*/  brand: "#552200"/; s/^  brand-light: .*/  brand-light: "#8A5A2B"/}' ../../../layouts/themes/landsbyen.yaml >theme.yaml

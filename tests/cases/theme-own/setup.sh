# Another brand.
sed 's/^  brand: .*/  brand: "#552200"/; s/^  brand-light: .*/  brand-light: "#AA7744"/' ../../../layouts/themes/landsbyen.yaml >theme.yaml

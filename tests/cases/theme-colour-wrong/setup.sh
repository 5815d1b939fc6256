# Two colours that are none.
sed 's/^  brand: .*/  brand: petrol/; s/^  muted: .*/  muted: "#12345"/' ../../../layouts/themes/landsbyen.yaml >theme.yaml

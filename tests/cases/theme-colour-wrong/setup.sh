# Two colours that are none.
sed '/^grey:/,$!{s/^  brand: .*/  brand: petrol/; s/^  muted: .*/  muted: "#12345"/}' ../../../layouts/themes/landsbyen.yaml >theme.yaml

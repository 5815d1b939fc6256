# Text that nobody can read.
sed 's/^  ink: .*/  ink: "#EEEEEE"/' ../../../layouts/themes/landsbyen.yaml >theme.yaml

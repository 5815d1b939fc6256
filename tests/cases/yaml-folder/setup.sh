mkdir layout.yaml

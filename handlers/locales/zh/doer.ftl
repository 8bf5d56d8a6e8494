# 谁办的；由代理办的，写明代谁。
doer = { $name }
doer-nobody = —
doer-as-deputy = { $name }（代{ $lender }）

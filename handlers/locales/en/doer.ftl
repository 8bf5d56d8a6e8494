# Who did it; and for whom, where a deputy did.
doer = { $name }
doer-nobody = —
doer-as-deputy = { $name } (for { $lender })

# 公示：谁、什么事、多少分、到什么时候、怎样提异议。
menu-ledger = 📒 加减分台账
belonging-points = • 在办的加减分台账事项 { $count } 件
menu-claim = ➕ 申报加分
ledger-object = ✋ 提异议
ledger-notice-line = • <b>{ $head }</b>
    　事实：{ $fact }　文号：{ $document }
    　公示至 { $until }{ $objections ->
    [0] { "" }
   *[other] ，已有 { $objections } 个单位提出异议
}
ledger-notice-how = 有异议：点编号，再点“提异议”，写明理由，可附佐证；由市绩效办裁定，结果告知提出单位。

# 核对：填报时的提问与回答，绩效办对规则的调整。
file-right-checked = ✅ 无误：已核对原始报表
file-right-revised = ✅ 无误：上月数据修订
file-right-project = ✅ 无误：大项目集中入库（到账）
file-mend-it = ✏️ 改这个数
file-ask-reason-whole = <b>{ $code } { $indicator }（整列）</b>{ $left ->
        [1] { "" }
       *[other] （还有 { $left } 个待说明）
    }
    { $questions }

    如无误，点一个原因或直接写明；如有误，点“改这个数”，或直接发送“单位 数值”。
file-whole-line = ❗{ $question }{ $reason }
file-reason-needed = 《{ $indicator }》{ $unit }的数与以往差别较大，还没有说明，没有提交。请在核对页点“说明异常”：写明原因，或改正。
file-reason-needed-whole = 《{ $indicator }》整列有一处待说明，没有提交。请在核对页点“说明异常”：写明原因，或改正。
scheme-part-unknown = 指标 { $code } 的分项“{ $name }”不存在、是它自己，或计量单位、数据口径与它不同。
scheme-accepted-range = 指标 { $code } 的合理范围下限 { $lowest } 大于上限 { $highest }。
odd-share-moved = · 占全市比重变动
odd-parts-differ = · 分项与总数不符
odd-units-missing = · 缺单位
act-evidence-attached = 附佐证
act-evidence-opened = 查看佐证
act-check-tuned = 调整核对规则

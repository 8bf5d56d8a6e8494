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
help-checks = 核对规则：问了多少、改了多少、误问多少，可调整
errand-tune-check = 调整核对规则
office-checks = 🔎 核对规则
checks = <b>🔎 核对规则（今年至 { $until }）</b>
    每条：提问数 / 改正数（问对了）/ 误问数（说明无误且审核通过）/ 待审核
    { $lines }

    误问率＝误问 ÷（误问＋改正）。点一条查看各指标，或调整。
checks-line = { $name }：{ $asked } / { $mended } / { $false } / { $vouched }{ $rate ->
        [none] { "" }
       *[other] ，误问率 { $rate }%
    }{ $state ->
        [off] 【已停用】
        [on] { $threshold ->
            [0] 【启用，常用值】
           *[other] 【阈值 { $threshold }】
        }
       *[other] { "" }
    }
checks-rule = <b>🔎 { $rule }</b>
    { $whole }
    { $threshold }
    { $count ->
        [0] 今年还没有问过。
       *[other] { $lines }
    }
checks-all = 全部指标
checks-indicator = { $code } { $indicator }
checks-no-threshold = 这条规则没有单独的阈值（合理范围、分项和合计的允许差在考核方案里定），只能启用或停用。
checks-threshold = 常用阈值 { $usual }{ $measured ->
    [times] 倍
    [percent] %
    [points] 个百分点
    [periods] 期
   *[z] （修正 z 值）
}，可设 { $lowest }—{ $highest }。
checks-tune = ⚙️ 调整这条规则
checks-back = 🔎 核对规则
tune-scope = <b>⚙️ { $rule }</b>
    对全部指标调整，还是只对一个指标？点按钮，或发送指标代码（如 K02）。
tune-for-all = 全部指标
tune-what = <b>⚙️ { $rule }，{ $scope }</b>
    { $threshold }
    点“停用”或“启用”；要改阈值，直接发送数字。
tune-off = ⏸ 停用
tune-on = ▶ 启用（常用阈值）
tune-general = ↩ 与全部指标相同
tune-not-a-number = “{ $text }”不是数字。请发送一个数字，如 3.5。
tune-no-threshold = 这条规则没有单独的阈值，请点“停用”或“启用”。
tune-threshold-beyond = 阈值应在 { $lowest } 到 { $highest } 之间（“几期”须为整数），没有改动。请重新发送。
tune-reason = <b>⚙️ { $rule }，{ $scope }：{ $state ->
        [off] 停用
        [general] 与全部指标相同
       *[on] { $threshold ->
            [0] 启用，常用阈值
           *[other] 阈值改为 { $threshold }
        }
    }</b>
    请写明调整原因（记入操作记录）。从现在起生效，已报送的数据不受影响。
tune-reason-needed = 没有写明原因，没有改动。
tune-so-already = 这条规则现在就是这样，没有改动。
tune-done = ✅ 已调整，从现在起生效：{ $rule }，{ $scope }，{ $state ->
    [off] 停用
    [general] 与全部指标相同
   *[on] { $threshold ->
        [0] 启用，常用阈值
       *[other] 阈值 { $threshold }
    }
}。已报送的数据不受影响。
office-odd-column = • { $code } { $indicator }（整列）：{ $question }
    ↳ 说明：{ $reason }
act-checks-changed = 调整指标的核对要求

# 佐证：填报时附上，冻结前可补，谁能看、怎么看。
evidence-photo-name = 照片
evidence-attach = 📎 佐证（{ $count }）
evidence-attach-required = 📎 附佐证（必须）
evidence-asked = <b>📎 佐证（{ $count } 件）</b>
    { $count ->
        [0] 还没有佐证。
       *[other] { $lines }
    }

    请发送照片、文件（每个不超过 20 MB），或粘贴网址（http 开头）。最后一件只证明某一个单位的数时，点单位名，或直接发送单位名；整列共用的不用点。{ $required }
evidence-line = { $number }. { $kind ->
        [photo] 🖼
        [link] 🔗
       *[document] 📄
    } { $name }（{ $code ->
        [all] 本次各项
       *[other] { $code }
    }，{ $unit ->
        [all] 整列
       *[other] { $unit }
    }）
evidence-for = 归到 { $code }
evidence-for-all = 本次各项共用
evidence-whole-column = 整列共用
evidence-drop = 🗑 去掉“{ $name }”
evidence-done = 👀 好了，核对后报送
evidence-taken = 📎 已收下“{ $name }”。
evidence-dropped = 已去掉“{ $name }”。
evidence-there-already = “{ $name }”已经附过了。
evidence-most-reached = 最多附 { $most } 件佐证，这件没有收下。
evidence-no-voice = 语音不能作为佐证，请发送照片、文件或网址。
evidence-no-link = 这个网址不能收：请发送以 http:// 或 https:// 开头、不含账号密码、不超过 { $most } 个字符的完整网址。
evidence-how = 这里等的是佐证：请发送照片、文件，或粘贴网址。
evidence-photo-or-ask = 照片可随时作为佐证发来；文件作佐证，请先点“📎 佐证”再发送。
evidence-too-large = “{ $name }”有 { $size } MB，超过 { $most } MB，没有收下。请压缩或拆分后再发，或者只拍下有关的一页。
evidence-not-this-kind = “{ $name }”不是可作佐证的文件，没有收下。可收：图片、PDF、OFD、Word、WPS、Excel、CSV、TXT、PPT、ZIP。
evidence-lacking = { "" }

    📎 以下指标须附佐证才能报送：
    { $lines }
evidence-lacking-line = • { $code } { $indicator }：缺 { $units } 个单位的佐证（{ $names }）；附一件整列共用的即可，点“📎 附佐证”，或直接发照片
evidence-required = 《{ $indicator }》须附佐证才能报送，还缺：{ $names }。请先发送照片，或点“📎 附佐证”发送文件、网址。
evidence-too-many = 《{ $indicator }》的佐证最多 { $most } 件，没有再收。
evidence-nothing-filed = 《{ $indicator }》{ $period }还没有报送，请先填报，佐证可在填报时一并附上。
evidence-none = 《{ $indicator }》{ $period }没有您可以查看的佐证。
help-evidence = 看报送数据的佐证
help-attach-evidence = 给已报送的数据补佐证（冻结前）
errand-attach-evidence = 补佐证
menu-evidence = 📎 佐证
evidence-list = <b>📎 佐证：{ $period }（{ $count } 件）</b>
    { $count ->
        [0] 这个月没有您可以查看的佐证。
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 项指标，发送“佐证 指标代码”查看。
    }
evidence-list-line = • { $code } { $indicator }：{ $count } 件
evidence-open = { $code }（{ $count }）
evidence-month-before = ◀ 上一个月
evidence-add = 📎 补佐证
evidence-all-of-month = 📎 当月全部佐证
evidence-look = 📎 佐证（{ $count }）
evidence-shown = <b>📎 { $code } { $indicator }，{ $period }：佐证 { $count } 件</b>
    { $lines }
evidence-withdrawn-line = ✖️ { $name }（已于 { $at }撤下，留有记录）
evidence-caption = { $name }
    { $code } { $indicator }，{ $unit ->
        [all] 整列
       *[other] { $unit }
    }，{ $period }
    { $by }于 { $at }附，回执 { $receipt }
evidence-which-column = { $count ->
        [0] { $period }您还没有报送任何指标。佐证可在填报时一并附上。
       *[other] <b>给哪一项补佐证？（{ $period }）</b>
    }
evidence-send = <b>📎 { $code } { $indicator }，{ $period }</b>
    { $count ->
        [0] 还没有佐证。
       *[other] { $lines }
    }

    请发送照片、文件（每个不超过 20 MB），或粘贴网址，随发随附。{ $unit ->
        [all] 下一件归整列；只证明某一个单位的数，先点单位名。
       *[other] 下一件归{ $unit }。
    }冻结前都可补充；自己附的，审核通过前可撤下。
evidence-enough = ✅ 附好了
evidence-over = ✅ { $code } { $indicator }，{ $period }：佐证共 { $count } 件。审核人、市绩效办可以查看；附在单位名下的，审核通过后该单位也可以查看自己的。
evidence-mend = 📎 补充或撤下
evidence-withdraw = 🗑 撤下 { $number }
evidence-withdraw-sure = <b>撤下“{ $name }”？</b>
    撤下后不再作为佐证，审核人也不再看到；记录保留，需要时可重新附上。
evidence-withdraw-yes = 🗑 撤下
evidence-withdraw-no = 保留
evidence-withdrawn = 已撤下“{ $name }”。
evidence-gone = 这件佐证不在，或者您不能查看。
evidence-not-yours = “{ $name }”不是您附的，只有附的人（或其代理、接任人）可以撤下。
evidence-withdrawn-already = “{ $name }”已经撤下了。
evidence-released = “{ $name }”已随《{ $indicator }》审核通过，不能单独撤下。数据有误请更正：更正随附新的佐证，原佐证留作原数的依据。
evidence-correct = ✏️ 更正数据
evidence-needed = 《{ $indicator }》正在审核，须有佐证，“{ $name }”撤下后就没有了。请先附上正确的，再撤下这件。
act-evidence-withdrawn = 撤下佐证

# 收发消息时，程序自己要说的话。
delivery-repeated = <b>【补发】</b>此前可能已送达，内容相同请勿重复办理。
delivery-file-gone = ⚠️ 原文件在 Telegram 上已失效，本系统也没有留存副本，请向提供人索取。
delivery-unreachable = <b>消息送不到：{ $name }</b>
    Telegram 答复：{ $why }
    发给此人的群发消息已停止。请与其联系，或另行指定人员。
delivery-destination-lost = <b>发布不出去：{ $title }</b>
    Telegram 答复：{ $why }
    请检查机器人在该群（频道）中的权限。
intake-set-aside = 抱歉，刚才这条消息没有办成，原样留存待查，编号 <code>{ $reference }</code>。
    请稍后重发；仍不成功时，请把编号告诉绩效办。

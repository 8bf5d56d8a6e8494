# 邀请、离任与代理。
invite-not-allowed = 只有市绩效办可以邀请人员或办理离任。
invite-nameless = 请填写姓名。
invite-no-place = 请指明所在单位；观察员请指明观测点。
person-gone = 查无此人，或已经离任。
deputy-self = 不能委托自己代理。
deputy-over = 代理的结束时间应晚于现在，也应晚于开始时间。

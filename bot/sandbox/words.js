// The page's own words, complete in both languages; the bot's words come from the bot.

const WORDS = {
  zh: {
    title: "绩效 · 模拟 Telegram", people: "人员", search: "查找人员（Ctrl+K）",
    nobody: "没有找到相符的人员", others: "其他", groups: "群组与频道",
    forward: "拨快时钟", acts: "剧情", playNext: "演下一幕", playOn: "自动连演", pause: "暂停",
    faults: "故障与记录", language: "English", theme: "明暗", dark: "深色", light: "浅色",
    nextEvent: "到下一事项", nextDay: "到次日", nextDeadline: "到下一截止时间",
    plusHour: "快进 1 小时", plusDay: "快进 1 天", upcoming: "即将到来", noUpcoming: "近期没有安排",
    event: "事项", day: "日期", deadline: "截止",
    noActs: "没有安排剧情", act: "第 {n} 幕", done: "已演", playing: "正在演出……",
    close: "关闭", pin: "固定此窗", unpin: "取消固定", export: "导出聊天记录",
    block: "停用机器人", unblock: "重新启用机器人", back: "返回人员列表", start: "开始",
    startHint: "尚未与机器人对话，按“开始”后机器人才能发来消息。",
    blockedHint: "已停用机器人，双方都不能发送消息。", goneHint: "该账号已注销。",
    write: "输入消息", send: "发送", attach: "附件", commands: "命令菜单", keyboard: "键盘",
    photo: "照片", file: "文件", voice: "语音", location: "位置", caption: "说明（可不填）",
    latitude: "纬度", longitude: "经度", cancel: "取消", ok: "知道了",
    edited: "已编辑", pinned: "置顶", pinnedSaying: "置顶了：{text}", reply: "回复", edit: "修改", replying: "回复：", editing: "修改：",
    typing: "正在输入……", upload_photo: "正在发送照片……", upload_document: "正在发送文件……",
    earlier: "之前还有 {n} 条消息", pickSomeone: "从左侧选择一位人员，即可代其与机器人对话。",
    unread: "{n} 条未读", download: "下载", openPhoto: "放大照片", spoiler: "点按显示", more: "展开",
    copied: "已复制", asWho: "以谁的身份发言", members: "{n} 人",
    photoWord: "［照片］", documentWord: "［文件］", voiceWord: "［语音］",
    locationWord: "［位置］", audioWord: "［音频］", videoWord: "［视频］", animationWord: "［动图］",
    faultKind: "故障类型", faultMethod: "方法（* 为全部）", faultCalls: "持续", untilOff: "直到关闭",
    nextCalls: "今后 {n} 次", faultSeconds: "秒数", switchOn: "启用", clearAll: "全部恢复正常",
    noFaults: "一切正常", active: "已启用的故障", rates: "按公布的速率限制发送（超限返回 429）",
    slow: "响应缓慢", too_many_requests: "请求过多（429）", bad_gateway: "网关错误（502）",
    dropped: "请求途中断线", lost_answer: "已执行但回执丢失", duplicate_update: "更新重复投递",
    journal: "最近的调用", calls: "共 {n} 次", lost: "连接已断开，正在重连……", failed: "未能完成：{why}",
    bot: "机器人", and: "、", whyBlocked: "请先重新启用机器人", whyGone: "该账号已注销", whyLong: "文字过长",
    whyEmpty: "内容为空", whyPicture: "无法识别该照片", whyBig: "文件过大",
  },
  en: {
    title: "Jixiao · a Telegram in memory", people: "People", search: "Find a person (Ctrl+K)",
    nobody: "Nobody matches", others: "Others", groups: "Groups and channels",
    forward: "Move the clock", acts: "Acts", playNext: "Play the next act", playOn: "Play on",
    pause: "Pause", faults: "Faults and calls", language: "中文", theme: "Light or dark",
    dark: "Dark", light: "Light",
    nextEvent: "To the next event", nextDay: "To the next day", nextDeadline: "To the next deadline",
    plusHour: "One hour on", plusDay: "One day on", upcoming: "Coming up",
    noUpcoming: "Nothing is planned", event: "Event", day: "Day", deadline: "Deadline",
    noActs: "No play is arranged", act: "Act {n}", done: "played", playing: "Playing…",
    close: "Close", pin: "Keep this chat open", unpin: "Let this chat be replaced",
    export: "Save the chat as text", block: "Block the bot", unblock: "Unblock the bot",
    back: "Back to the list of people", start: "Start",
    startHint: "Not yet in touch with the bot: it may write only after Start.",
    blockedHint: "The bot is blocked; neither side can write.", goneHint: "This account is deleted.",
    write: "Write a message", send: "Send", attach: "Attach", commands: "Command menu",
    keyboard: "Keyboard", photo: "Photo", file: "File", voice: "Voice note", location: "Location",
    caption: "Caption (optional)", latitude: "Latitude", longitude: "Longitude", cancel: "Cancel",
    ok: "OK", edited: "edited", pinned: "pinned", pinnedSaying: "Pinned: {text}", reply: "Reply", edit: "Edit",
    replying: "Reply to: ", editing: "Edit: ", typing: "typing…",
    upload_photo: "sending a photo…", upload_document: "sending a file…",
    earlier: "{n} earlier messages", pickSomeone: "Choose a person to talk to the bot as her.",
    unread: "{n} unread", download: "Download", openPhoto: "Enlarge the photo",
    spoiler: "Tap to show", more: "Show all", copied: "Copied",
    asWho: "Speak as", members: "{n} people", 
    photoWord: "[photo]", documentWord: "[file]", voiceWord: "[voice]", locationWord: "[location]",
    audioWord: "[audio]", videoWord: "[video]", animationWord: "[animation]",
    faultKind: "Fault", faultMethod: "Method (* for all)", faultCalls: "Lasts",
    untilOff: "until switched off", nextCalls: "next {n} calls", faultSeconds: "Seconds",
    switchOn: "Switch on", clearAll: "Clear all faults", noFaults: "All is well",
    active: "Active faults", rates: "Keep the published sending rates (429 beyond them)",
    slow: "Slow answers", too_many_requests: "Too many requests (429)",
    bad_gateway: "Bad gateway (502)", dropped: "Request lost on the way",
    lost_answer: "Done, but the answer is lost", duplicate_update: "Updates delivered twice",
    journal: "Latest calls", calls: "{n} in all", lost: "Connection lost, trying again…",
    failed: "That did not work: {why}", bot: "Bot", and: ", ", whyBlocked: "unblock the bot first",
    whyGone: "this account is deleted", whyLong: "the text is too long",
    whyEmpty: "there is nothing in it", whyPicture: "the photo cannot be read",
    whyBig: "the file is too big",
  },
};

const REASONS = [
  [/unblock the bot/, "whyBlocked"], [/is deleted/, "whyGone"], [/too long/, "whyLong"],
  [/empty/, "whyEmpty"], [/IMAGE_PROCESS|PHOTO_INVALID/, "whyPicture"], [/too big|Too Large/, "whyBig"],
];

const ZONE = "Asia/Shanghai";
let language = remembered("language") || (navigator.language.startsWith("en") ? "en" : "zh");

export function remembered(name) {
  try { return localStorage.getItem(`sandbox-${name}`); } catch { return null; }
}

export function remember(name, value) {
  try { localStorage.setItem(`sandbox-${name}`, value); } catch { /* A private window forgets. */ }
}

export function currentLanguage() { return language; }

export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  remember("language", language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

export function w(name, given = {}) {
  const text = WORDS[language][name] ?? name;
  return text.replace(/\{(\w+)\}/g, (_, key) => String(given[key] ?? ""));
}

/** Say in the reader's language why something did not work, if the reason is a known one. */
export function reason(why) {
  const found = REASONS.find(([pattern]) => pattern.test(why));
  return found ? w(found[1]) : why;
}

/** Words the play gives in both languages: {zh, en}. */
export function told(words) {
  return words?.[language] || words?.zh || words?.en || "";
}

const locale = () => (language === "zh" ? "zh-CN" : "en-GB");

export function clockTime(moment) {
  return moment.toLocaleTimeString(locale(), { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hour12: false });
}

export function clockDate(moment) {
  return moment.toLocaleDateString(locale(), {
    timeZone: ZONE, year: "numeric", month: language === "zh" ? "long" : "short", day: "numeric", weekday: "long",
  });
}

export function dayKey(moment) {
  return moment.toLocaleDateString("en-CA", { timeZone: ZONE });
}

export function shortMoment(moment) {
  const day = moment.toLocaleDateString(locale(), { timeZone: ZONE, month: "numeric", day: "numeric", weekday: "short" });
  return `${day} ${clockTime(moment)}`;
}

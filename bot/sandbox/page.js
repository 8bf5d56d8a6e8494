// The page: people on the left, chats side by side, the clock above, and what just happened.

import { ChatColumn } from "/chat.js";
import { actsPanel, attachPanel, clockPanel, faultsPanel, picturePanel } from "/panels.js";
import { act, ask, el, face, onFailure, tool } from "/parts.js";
import { clockDate, clockTime, currentLanguage, reason, remember, remembered, switchLanguage, told, w } from "/words.js";

const COLUMN_WIDTH = 330;
const COLUMNS_MAX = 4;
const PHONE_WIDTH = 720;
const REFRESH_MS = 150;
const CALM_MS = 8000;
const FONT_WAIT_MS = 2000;
const $ = (id) => document.getElementById(id);

let state = { people: [], crowds: [], faults: [], acts: [], bot: {} };
let offset = 0;
let columns = [];
let isActing = false;
let filter = "";
const dirty = new Set();
let timer = null;

const isPhone = () => window.innerWidth < PHONE_WIDTH;
const room = () => (isPhone() ? 1 : Math.max(1, Math.min(COLUMNS_MAX, Math.floor(($("chats").clientWidth || 700) / COLUMN_WIDTH))));

const host = {
  who(id) {
    const person = state.people.find((one) => one.id === id);
    if (person) return { name: told(person.name), title: told(person.title), isCrowd: false };
    const crowd = state.crowds.find((one) => one.id === id);
    if (crowd) return { name: crowd.title, title: w("members", { n: crowd.members.length }), isCrowd: true };
    return { name: String(id), title: "", isCrowd: false };
  },
  botName: () => state.bot.username || "",
  read(id) {
    const known = [...state.people, ...state.crowds].find((one) => one.id === id);
    if (known?.unread) { known.unread = 0; drawList(); act("read", { chat_id: id }); }
  },
  close(column) {
    columns = columns.filter((one) => one !== column);
    drawColumns();
  },
  remember: () => rememberColumns(),
  attach: attachPanel,
  enlarge: picturePanel,
  openAll: (ids) => ids.slice(0, room()).forEach((id) => openChat(id, { focus: false })),
  async playNext() {
    const next = state.acts.find((one) => !one.done);
    if (next) host.openAll(next.who);
    isActing = true;
    drawTools();
    await act("play", {});
    isActing = false;
    await refreshState();
  },
  async playOn() {
    await act("play", { on: !state.playing });
    await refreshState();
  },
};

function openChat(id, { focus = true } = {}) {
  let column = columns.find((one) => one.id === id);
  if (!column) {
    column = new ChatColumn(id, host);
    columns.push(column);
    while (columns.length > room()) {
      const victim = columns.find((one) => !one.isPinned && one !== column) || columns.find((one) => one !== column);
      columns = columns.filter((one) => one !== victim);
    }
    drawColumns();
  }
  column.refresh().then(() => { if (focus && !isPhone()) column.input.focus(); });
}

function rememberColumns() {
  remember("open", JSON.stringify(columns.map((one) => [one.id, one.isPinned])));
}

function drawColumns() {
  document.body.classList.toggle("in-chat", columns.length > 0);
  const box = $("chats");
  const wanted = columns.map((one) => one.root);
  for (const node of [...box.children]) if (!wanted.includes(node)) node.remove();
  wanted.forEach((node, i) => { if (box.children[i] !== node) box.insertBefore(node, box.children[i] || null); });
  if (!wanted.length) box.append(el("p.empty", {}, w("pickSomeone")));
  rememberColumns();
  drawList();
}

function lastWords(one) {
  const { text, media } = one.last || {};
  return [media ? w(`${media}Word`) : "", text || ""].join(" ").trim();
}

function personButton(id, name, title, one) {
  const isOpen = columns.some((column) => column.id === id);
  const classes = ["person", isOpen ? "open" : "", one.blocked ? "blocked" : ""].filter(Boolean).join(" ");
  return el("button", { type: "button", className: classes, "aria-current": isOpen ? "true" : null, data: { id }, onclick: () => openChat(id) },
    face(id, name),
    el("span.about", {}, el("span.name", {}, name, title ? el("small", {}, title) : null), el("span.last", {}, lastWords(one))),
    one.unread ? el("span.unread", { "aria-label": w("unread", { n: one.unread }) }, String(one.unread)) : null);
}

function drawList() {
  const groups = new Map();
  for (const person of state.people) {
    const label = told(person.group) || (state.directed ? w("others") : w("people"));
    const name = told(person.name);
    const title = told(person.title);
    if (filter && !`${name} ${title} ${label} ${person.key || ""}`.toLowerCase().includes(filter)) continue;
    if (!groups.has(label)) groups.set(label, { order: person.order, buttons: [] });
    groups.get(label).buttons.push(personButton(person.id, name, title, person));
  }
  const crowds = state.crowds.filter((crowd) => crowd.title.toLowerCase().includes(filter));
  if (crowds.length) {
    groups.set(w("groups"), { order: 1000, buttons: crowds.map((crowd) => personButton(crowd.id, crowd.title, w("members", { n: crowd.members.length }), crowd)) });
  }
  const focused = document.activeElement?.dataset?.id;
  const sorted = [...groups].sort((a, b) => a[1].order - b[1].order);
  $("list").replaceChildren(...sorted.map(([label, { buttons }]) => el("section", { "aria-label": label }, el("h2", {}, label), ...buttons)));
  if (!sorted.length) $("list").append(el("p.empty", {}, w("nobody")));
  if (focused) $("list").querySelector(`[data-id="${focused}"]`)?.focus();
}

function drawTools() {
  const labelled = (name, label, onclick, facts = {}) => {
    const button = tool(name, label, onclick, facts);
    button.append(el("span.wide", {}, label));
    return button;
  };
  const playing = state.playing;
  const pieces = [labelled("clock", w("forward"), () => clockPanel(state))];
  if (state.directed) {
    const left = state.acts.filter((one) => !one.done).length;
    pieces.push(labelled("play", w("playNext"), host.playNext, { disabled: isActing || playing || !left }));
    pieces.push(labelled(playing ? "pause" : "on", w(playing ? "pause" : "playOn"), host.playOn, { "aria-pressed": String(Boolean(playing)), className: playing ? "tool held" : "tool", disabled: !left && !playing }));
    pieces.push(tool("list", w("acts"), () => actsPanel(state, host)));
  }
  pieces.push(tool("fault", w("faults"), () => faultsPanel(state), { className: state.faults.length ? "tool warned" : "tool" }));
  pieces.push(tool("theme", w("theme"), switchTheme));
  pieces.push(el("button.tool.language", { type: "button", lang: currentLanguage() === "zh" ? "en" : "zh", onclick: changeLanguage }, w("language")));
  $("tools").replaceChildren(...pieces);
}

function drawClock() {
  const now = new Date(state.frozen ? Date.parse(state.now) : Date.now() + offset);
  $("time").textContent = clockTime(now);
  $("time").dateTime = now.toISOString();
  $("date").textContent = clockDate(now);
}

function drawNotice() {
  const words = isActing || state.playing ? w("playing") : told(state.notice);
  $("notice").textContent = words;
  $("notice").hidden = !words;
}

async function refreshState() {
  const seen = await ask("/sim/state");
  if (!seen) return;
  state = seen;
  state.acts ||= [];
  offset = Date.parse(state.now) - Date.now();
  drawList();
  drawTools();
  drawClock();
  drawNotice();
}

function soon(chatId) {
  if (chatId !== undefined) dirty.add(chatId);
  timer ||= setTimeout(async () => {
    timer = null;
    const ids = [...dirty];
    dirty.clear();
    await refreshState();
    await Promise.all(columns.filter((one) => ids.includes(one.id)).map((one) => one.refresh()));
  }, REFRESH_MS);
}

function heard(event) {
  if (event.kind === "answer") columns.find((one) => one.id === event.chat_id)?.answered(event.answer);
  if (event.kind === "call" || event.kind === "update" || event.kind === "read" || event.kind === "pushed") return;
  if (event.kind === "commands") columns.forEach((one) => dirty.add(one.id));
  soon(event.chat_id);
}

function hint(text) {
  $("hint").textContent = text;
  $("hint").classList.add("shown");
  clearTimeout(hint.timer);
  hint.timer = setTimeout(() => $("hint").classList.remove("shown"), 3500);
}

function listen() {
  const stream = new EventSource("/sim/events");
  let wasLost = false;
  stream.onmessage = (message) => heard(JSON.parse(message.data));
  stream.onerror = () => { wasLost = true; hint(w("lost")); };
  stream.onopen = () => {
    if (!wasLost) return;
    wasLost = false;
    columns.forEach((one) => dirty.add(one.id));
    soon();
  };
}

function changeLanguage() {
  switchLanguage();
  drawWords();
  drawList();
  drawTools();
  drawClock();
  drawNotice();
  columns.forEach((one) => one.words());
}

function drawWords() {
  document.documentElement.lang = currentLanguage() === "zh" ? "zh-CN" : "en";
  document.title = w("title");
  $("search").placeholder = w("search");
  $("search").setAttribute("aria-label", w("search"));
  $("people").setAttribute("aria-label", w("people"));
  const empty = $("chats").querySelector(".empty");
  if (empty) empty.textContent = w("pickSomeone");
}

function switchTheme() {
  const isDark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark"
    : window.matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = isDark ? "light" : "dark";
  remember("theme", document.documentElement.dataset.theme);
}

function keyed(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); $("search").focus(); $("search").select(); }
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || !$("people").contains(document.activeElement)) return;
  const stops = [$("search"), ...$("list").querySelectorAll("button.person")];
  const at = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at))].focus();
}

/** Fetch the font before anything is drawn: boxes drawn without it would stay boxes. */
async function letters() {
  const seen = await ask("/sim/state");
  if (!seen?.letters || !document.fonts) return;
  const patience = new Promise((resolve) => { setTimeout(resolve, FONT_WAIT_MS); });
  await Promise.race([document.fonts.load('16px "Shipped"', "绩效").catch(() => []), patience]);
}

async function begin() {
  const theme = remembered("theme");
  if (theme) document.documentElement.dataset.theme = theme;
  await letters();
  onFailure((why) => hint(w("failed", { why: reason(why) })));
  drawWords();
  $("search").addEventListener("input", () => { filter = $("search").value.trim().toLowerCase(); drawList(); });
  $("search").addEventListener("keydown", (event) => { if (event.key === "Enter") $("list").querySelector("button.person")?.click(); });
  document.addEventListener("keydown", keyed);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { columns.forEach((one) => dirty.add(one.id)); soon(); } });
  window.addEventListener("resize", () => { while (columns.length > room()) columns.splice(columns.findIndex((one) => !one.isPinned) >= 0 ? columns.findIndex((one) => !one.isPinned) : 0, 1); drawColumns(); });
  listen();
  await refreshState();
  const wanted = isPhone() ? [] : JSON.parse(remembered("open") || "[]");
  drawColumns(); // after reading what was open: drawing remembers what is open now
  for (const [id, isPinned] of Array.isArray(wanted) ? wanted : []) {
    if (![...state.people, ...state.crowds].some((one) => one.id === id)) continue;
    openChat(id, { focus: false });
    columns.find((one) => one.id === id).isPinned = Boolean(isPinned);
  }
  setInterval(drawClock, 1000);
  setInterval(() => soon(), CALM_MS);
}

begin();

// One chat as a column: header, history, keyboards, composer.

import { bubble, mediaWord, transcript } from "/bubbles.js";
import { headPieces } from "/head.js";
import { act, ask, el, icon, tool, upload } from "/parts.js";
import { clockDate, dayKey, w } from "/words.js";

const NEAR_BOTTOM = 120;
const TOAST_MS = 3500;
const TAP_WAIT_MS = 4000;

export class ChatColumn {
  constructor(id, host) {
    this.id = id;
    this.host = host;
    this.isPinned = false;
    this.drawn = new Map();
    this.waiting = new Map();
    this.mode = null;
    this.seen = null;
    this.speaker = id;
    this.root = el("article.chat", { data: { id } });
    this.build();
  }

  about() { return this.host.who(this.id); }

  build() {
    this.head = el("header.head", {});
    this.pinnedBar = el("button.pinned-bar", { type: "button", hidden: true, onclick: () => this.showPinned() });
    this.log = el("ol.log", { role: "log", "aria-live": "polite", tabIndex: 0 });
    this.typing = el("p.typing", { "aria-live": "polite" });
    this.toast = el("p.toast", { role: "status", hidden: true });
    this.alert = el("div.alert", { role: "alertdialog", hidden: true });
    this.menu = el("ul.menu", { hidden: true });
    this.keys = el("div.keys", { hidden: true });
    this.modeBar = el("p.mode", { hidden: true });
    this.input = el("textarea", { rows: 1 });
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.keyed(event));
    this.foot = el("form.foot", { onsubmit: (event) => { event.preventDefault(); this.submit(); } });
    this.gate = el("div.gate", { hidden: true });
    this.root.replaceChildren(this.head, this.pinnedBar, this.log, this.typing, this.toast, this.alert,
      this.menu, this.modeBar, this.foot, this.gate, this.keys);
    this.words();
  }

  /** Put the page's own words in, after a switch of language as well. */
  words() {
    this.drawn.clear();
    this.log.replaceChildren();
    this.input.placeholder = w("write");
    this.input.setAttribute("aria-label", w("write"));
    this.slash = el("button.tool.slash", { type: "button", title: w("commands"), "aria-label": w("commands"), onclick: () => this.openMenu() }, "/");
    this.keysButton = tool("keys", w("keyboard"), () => { this.keys.hidden = !this.keys.hidden; });
    this.foot.replaceChildren(tool("clip", w("attach"), () => this.openAttach()), this.slash, this.input, this.keysButton,
      el("button.tool.send", { type: "submit", title: w("send"), "aria-label": w("send") }, icon("send")));
    if (this.seen) this.draw();
  }

  drawHead() { this.head.replaceChildren(...headPieces(this)); }

  async refresh() {
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    const seen = await ask(`/sim/chat/${this.id}`);
    this.busy = false;
    if (seen) {
      this.seen = seen;
      this.draw();
      if (this.root.isConnected && !document.hidden) this.host.read(this.id);
    }
    if (this.again) { this.again = false; await this.refresh(); }
  }

  draw() {
    this.drawHead();
    this.drawMessages();
    this.drawKeyboard();
    this.drawGate();
    this.typing.textContent = this.seen.action ? w(this.seen.action) === this.seen.action ? w("typing") : w(this.seen.action) : "";
    const pinned = this.seen.messages.find((message) => message.message_id === this.seen.pinned.at(-1));
    this.pinnedBar.hidden = !pinned;
    if (pinned) this.pinnedBar.replaceChildren(icon("pin"), el("span", {}, `${pinned.text || pinned.caption || mediaWord(pinned)}`.slice(0, 90)));
  }

  drawMessages() {
    const wasNear = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_BOTTOM;
    const last = this.seen.messages.at(-1)?.message_id;
    const nodes = [];
    let day = "";
    if (this.seen.earlier) nodes.push(el("li.service", {}, w("earlier", { n: this.seen.earlier })));
    for (const message of this.seen.messages) {
      const sent = new Date(message.date * 1000);
      if (dayKey(sent) !== day) { day = dayKey(sent); nodes.push(el("li.service.day", {}, clockDate(sent))); }
      const own = message.sender === (this.about().isCrowd ? this.speaker : this.id);
      const print = JSON.stringify(message) + own;
      const known = this.drawn.get(message.message_id);
      const node = known?.print === print ? known.node : bubble(message, { own, author: this.author(message, own), links: this });
      this.drawn.set(message.message_id, { print, node });
      nodes.push(node);
    }
    if (nodes.length !== this.log.children.length || nodes.some((node, i) => node !== this.log.children[i])) this.log.replaceChildren(...nodes);
    if (wasNear || last !== this.last) this.toEnd();
    this.last = last;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    for (const picture of this.log.querySelectorAll("img")) {
      if (!picture.complete) picture.addEventListener("load", () => { this.log.scrollTop = this.log.scrollHeight; }, { once: true });
    }
  }

  author(message, own) {
    if (!this.about().isCrowd || own) return "";
    return message.from_bot ? w("bot") : this.host.who(message.sender).name;
  }

  drawKeyboard() {
    const keyboard = this.seen.keyboard;
    const rows = keyboard?.keyboard || [];
    this.keysButton.hidden = !rows.length;
    const isShut = this.seen.blocked || this.seen.deactivated;
    if (isShut || !rows.length) this.keys.hidden = true;
    this.input.placeholder = keyboard?.input_field_placeholder || w("write");
    const print = JSON.stringify(rows);
    if (print + isShut === this.keysPrint) return;
    this.keysPrint = print + isShut;
    this.keys.hidden = isShut || !rows.length;
    this.keys.replaceChildren(...rows.map((row) => el("div.row", {}, ...row.map((cell) => {
      const text = typeof cell === "string" ? cell : cell.text;
      return el("button", { type: "button", onclick: () => act("press", { user_id: this.id, text }) }, text);
    }))));
  }

  drawGate() {
    const { started, blocked, deactivated } = this.seen;
    const isCrowd = this.about().isCrowd;
    const shut = !isCrowd && (deactivated || blocked || !started);
    this.gate.hidden = !shut;
    this.foot.hidden = shut;
    this.slash.hidden = isCrowd || !this.seen.menu?.length;
    if (!shut) return;
    const hint = deactivated ? "goneHint" : blocked ? "blockedHint" : "startHint";
    const deed = blocked ? "unblock" : "start";
    this.gate.replaceChildren(el("p", {}, this.seen.description || "", el("small", {}, w(hint))),
      deactivated ? "" : el("button.big", { type: "button", onclick: () => act(deed, { user_id: this.id }) }, w(deed)));
  }

  facts(more = {}) {
    const isCrowd = this.about().isCrowd;
    return { user_id: isCrowd ? this.speaker : this.id, ...(isCrowd ? { chat_id: this.id } : {}), ...more };
  }

  say(text) { return act("say", this.facts({ text })); }

  async submit() {
    const text = this.input.value.trim();
    if (!text) return;
    const mode = this.mode;
    const done = mode?.kind === "edit"
      ? await act("edit", this.facts({ message_id: mode.id, text }))
      : await act("say", this.facts({ text, ...(mode ? { reply_to: mode.id } : {}) }));
    if (!done) return;
    this.input.value = "";
    this.setMode(null);
    this.typed();
  }

  typed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
    const value = this.input.value;
    if (value.startsWith("/") && !value.includes(" ")) this.openMenu(value.slice(1));
    else this.menu.hidden = true;
  }

  keyed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.submit(); }
    if (event.key === "Escape") { this.menu.hidden = true; this.setMode(null); }
    if (event.key === "ArrowUp" && !this.menu.hidden) { event.preventDefault(); this.menu.querySelector("li:last-child button")?.focus(); }
  }

  openMenu(beginning = "") {
    const listed = (this.seen?.menu || []).filter((item) => item.command.startsWith(beginning));
    if (!beginning && !this.menu.hidden && !this.input.value) { this.menu.hidden = true; return; }
    this.menu.hidden = !listed.length;
    this.menu.replaceChildren(...listed.map((item) => el("li", {}, el("button", {
      type: "button", onclick: () => { this.menu.hidden = true; this.input.value = ""; this.say(`/${item.command}`); this.input.focus(); },
    }, el("b", {}, `/${item.command}`), el("span", {}, item.description)))));
  }

  setMode(mode) {
    this.mode = mode;
    this.modeBar.hidden = !mode;
    if (!mode) return;
    this.modeBar.replaceChildren(el("span", {}, w(mode.kind === "edit" ? "editing" : "replying") + mode.text.slice(0, 60)),
      tool("close", w("cancel"), () => { this.setMode(null); }));
    this.input.focus();
  }

  reply(message) { this.setMode({ kind: "reply", id: message.message_id, text: message.text || message.caption || mediaWord(message) }); }

  edit(message) {
    const text = message.text ?? message.caption ?? "";
    this.input.value = text;
    this.setMode({ kind: "edit", id: message.message_id, text });
    this.typed();
  }

  enlarge(source, caption) { this.host.enlarge(source, caption); }

  /** Open a link inside the page if it leads to this bot; return whether it did. */
  open(href) {
    const found = /^(?:https?:\/\/t\.me\/|tg:\/\/resolve\?domain=)([A-Za-z0-9_]+)[?&]start(?:group)?=([A-Za-z0-9_-]*)/.exec(href);
    if (!found || found[1].toLowerCase() !== this.host.botName().toLowerCase()) return false;
    act("start", { user_id: this.about().isCrowd ? this.speaker : this.id, payload: found[2] });
    return true;
  }

  async tap(message, row, col, button, node) {
    if (button.url) {
      if (!this.open(button.url)) window.open(button.url, "_blank", "noopener,noreferrer");
      return;
    }
    if (button.copy_text) {
      await navigator.clipboard?.writeText(button.copy_text.text);
      this.showToast(w("copied"));
      return;
    }
    node.classList.add("waiting");
    const done = await act("tap", this.facts({ message_id: message.message_id, row, col }));
    if (!done) { node.classList.remove("waiting"); return; }
    this.waiting.set(done.result, node);
    setTimeout(() => this.settle(done.result), TAP_WAIT_MS);
  }

  settle(queryId) {
    this.waiting.get(queryId)?.classList.remove("waiting");
    this.waiting.delete(queryId);
  }

  answered(answer) {
    this.settle(answer.query_id);
    if (answer.url) this.open(answer.url);
    if (!answer.text) return;
    if (answer.show_alert) this.showAlert(answer.text);
    else this.showToast(answer.text);
  }

  showToast(text) {
    this.toast.textContent = text;
    this.toast.hidden = false;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => { this.toast.hidden = true; }, TOAST_MS);
  }

  showAlert(text) {
    const ok = el("button.big", { type: "button", onclick: () => { this.alert.hidden = true; } }, w("ok"));
    this.alert.replaceChildren(el("p", {}, text), ok);
    this.alert.hidden = false;
    ok.focus();
  }

  showPinned() {
    const node = this.drawn.get(this.seen.pinned.at(-1))?.node;
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  openAttach() {
    this.host.attach({
      send: async (kind, file, caption) => {
        const { user_id, chat_id } = this.facts();
        await upload({ user_id, kind, name: file.name, caption, ...(chat_id ? { chat_id } : {}) }, file);
      },
      place: (latitude, longitude) => act("location", this.facts({ latitude, longitude })),
    });
  }

  export() {
    const { name, title } = this.about();
    const lines = this.seen.messages.map((message) => transcript(message, message.from_bot ? w("bot") : this.host.who(message.sender).name));
    const text = `${name} ${title}\n\n${lines.join("\n")}`;
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    el("a", { href: address, download: `${name}.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
}


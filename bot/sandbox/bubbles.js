// One message as a bubble: formatted text, pictures, files, buttons.

import { el, icon } from "/parts.js";
import { clockTime, shortMoment, w } from "/words.js";

const INLINE = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code" };

/** Build nodes from a text and its entities; offsets are UTF-16, as JavaScript counts. */
export function formatted(text, entities, links) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const build = (from, to, inside) => {
    const nodes = [];
    let at = from;
    for (let i = 0; i < inside.length; i += 1) {
      const entity = inside[i];
      const end = Math.min(entity.offset + entity.length, to);
      if (entity.offset < at || end <= entity.offset) continue;
      if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
      const nested = inside.slice(i + 1).filter((other) => other.offset < end);
      nodes.push(wrapped(entity, text.slice(entity.offset, end), build(entity.offset, end, nested), links));
      at = end;
    }
    if (at < to) nodes.push(text.slice(at, to));
    return nodes;
  };
  return build(0, text.length, sorted);
}

function wrapped(entity, plain, children, links) {
  const { type } = entity;
  if (INLINE[type]) return el(INLINE[type], {}, ...children);
  if (type === "pre") return el("pre", {}, el("code", { data: { language: entity.language || "" } }, ...children));
  if (type === "blockquote") return el("blockquote", {}, ...children);
  if (type === "expandable_blockquote") return expandable(children);
  if (type === "spoiler") return spoiler(children);
  if (type === "text_link" || type === "url") return link(entity.url || plain, children, links);
  if (type === "bot_command") {
    return el("button.command", { type: "button", onclick: () => links.say(plain) }, ...children);
  }
  if (type === "mention" || type === "hashtag" || type === "email") return el("span.marked", {}, ...children);
  return el("span", {}, ...children);
}

function expandable(children) {
  const quote = el("blockquote.folded", { tabIndex: 0, title: w("more") }, ...children);
  const open = () => quote.classList.toggle("folded");
  quote.addEventListener("click", open);
  quote.addEventListener("keydown", (event) => { if (event.key === "Enter") open(); });
  return quote;
}

function spoiler(children) {
  const hidden = el("span.spoiler", { tabIndex: 0, role: "button", "aria-label": w("spoiler") }, ...children);
  const show = () => { hidden.classList.add("shown"); hidden.removeAttribute("aria-label"); };
  hidden.addEventListener("click", show);
  hidden.addEventListener("keydown", (event) => { if (event.key === "Enter") show(); });
  return hidden;
}

function link(address, children, links) {
  const href = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  if (!/^(https?|tg|mailto):/i.test(href)) return el("span", {}, ...children);
  return el("a", {
    href, target: "_blank", rel: "noopener noreferrer",
    onclick: (event) => { if (links.open(href)) event.preventDefault(); },
  }, ...children);
}

function kilobytes(size) {
  if (!size) return "";
  return size < 1024 ? `${size} B` : size < 1048576 ? `${(size / 1024).toFixed(1)} kB` : `${(size / 1048576).toFixed(1)} MB`;
}

function photo(message, links) {
  const sizes = message.photo;
  const shown = sizes.find((size) => Math.max(size.width, size.height) >= 800) || sizes.at(-1);
  const picture = el("img", {
    src: `/sim/file/${sizes.at(-1).file_id}`, alt: message.caption || w("photo"), loading: "lazy",
    width: shown.width, height: shown.height,
  });
  const source = `/sim/file/${sizes.at(-1).file_id}`;
  return el("button.photo", {
    type: "button", "aria-label": w("openPhoto"), onclick: () => links.enlarge(source, message.caption || ""),
  }, picture);
}

function attachment(message) {
  const media = message.document || message.audio || message.video;
  const name = media.file_name || w("file");
  const href = `/sim/file/${media.file_id}?${new URLSearchParams({ name })}`;
  return el("a.document", { href, download: name, "aria-label": `${w("download")} ${name}` },
    el("span.badge", {}, icon("file")),
    el("span.about", {}, el("span.name", {}, name), el("span.size", {}, kilobytes(media.file_size))));
}

function place(location) {
  const where = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  return el("p.place", {}, `${w("location")} ${where}`);
}

export function mediaWord(message) {
  const kind = ["photo", "document", "voice", "location", "audio", "video", "animation"].find((name) => message[name]);
  return kind ? w(`${kind}Word`) : "";
}

function keyboard(message, links) {
  const rows = message.reply_markup?.inline_keyboard || [];
  return rows.map((row, r) => el("div.row", {}, ...row.map((button, c) => {
    const node = el("button.inline", { type: "button", onclick: () => links.tap(message, r, c, button, node) }, button.text);
    if (button.url) node.classList.add("outward");
    if (button.style) node.classList.add(`style-${button.style}`);
    return node;
  })));
}

/** Return the list item of one message. */
export function bubble(message, { own, author, links }) {
  const item = el("li.message", { data: { id: message.message_id } });
  if (message.pinned_message) {
    item.className = "service";
    const pinned = message.pinned_message;
    item.append(w("pinnedSaying", { text: (pinned.text || pinned.caption || mediaWord(pinned)).slice(0, 40) }));
    return item;
  }
  item.classList.add(own ? "out" : "in");
  const body = el("div.bubble", {});
  if (author) body.append(el("span.author", {}, author));
  const quoted = message.reply_to_message;
  if (quoted) body.append(el("p.quoted", {}, (quoted.text || quoted.caption || mediaWord(quoted)).slice(0, 120)));
  if (message.photo) body.append(photo(message, links));
  else if (message.voice) body.append(el("audio", { src: `/sim/file/${message.voice.file_id}`, controls: true, preload: "none" }));
  else if (message.document || message.audio || message.video) body.append(attachment(message));
  if (message.location) body.append(place(message.location));
  if (message.contact) body.append(el("p.place", {}, `${message.contact.first_name} ${message.contact.phone_number}`));
  const text = message.text ?? message.caption ?? "";
  if (text) body.append(el("div.text", {}, ...formatted(text, message.entities || message.caption_entities, links)));
  const marks = [message.is_pinned ? w("pinned") : "", message.edit_date ? w("edited") : "", clockTime(new Date(message.date * 1000))];
  body.append(el("span.time", {}, marks.filter(Boolean).join(" ")));
  body.append(el("span.deeds", {},
    el("button", { type: "button", title: w("reply"), "aria-label": w("reply"), onclick: () => links.reply(message) }, icon("reply")),
    own && text ? el("button", { type: "button", title: w("edit"), "aria-label": w("edit"), onclick: () => links.edit(message) }, icon("edit")) : null));
  item.append(body, ...keyboard(message, links));
  return item;
}

/** Return one message as lines of a plain text, for the export of a chat. */
export function transcript(message, author) {
  const rows = message.reply_markup?.inline_keyboard || [];
  const buttons = rows.map((row) => row.map((button) => `[${button.text}]`).join(" ")).join("\n");
  const said = [mediaWord(message), message.document?.file_name, message.text ?? message.caption].filter(Boolean).join(" ");
  return `${shortMoment(new Date(message.date * 1000))}  ${author}\n${said}${buttons ? `\n${buttons}` : ""}\n`;
}

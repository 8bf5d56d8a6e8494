// The panels that open over the page: clock, acts, faults, attachments, a picture.

import { act, ask, el, icon, tool } from "/parts.js";
import { shortMoment, told, w } from "/words.js";

const panel = () => document.getElementById("panel");
const KINDS = ["slow", "too_many_requests", "bad_gateway", "dropped", "lost_answer", "duplicate_update"];

export function closePanel() { panel().close(); }

function open(title, ...children) {
  const box = panel();
  box.className = "";
  box.setAttribute("aria-label", title);
  box.replaceChildren(el("header", {}, el("h2", {}, title), tool("close", w("close"), closePanel)), ...children);
  box.onclick = (event) => { if (event.target === box) closePanel(); };
  if (!box.open) box.showModal();
}

async function move(facts, button) {
  button.disabled = true;
  await act("forward", facts);
  button.disabled = false;
  if (panel().open) closePanel();
}

function mover(label, facts) {
  const button = el("button.big", { type: "button", onclick: () => move(facts, button) }, label);
  return button;
}

export async function clockPanel(state) {
  const moves = state.directed
    ? [mover(w("nextEvent"), { kind: "event" }), mover(w("nextDay"), { kind: "day" }), mover(w("nextDeadline"), { kind: "deadline" })]
    : [mover(w("plusHour"), { hours: 1 }), mover(w("plusDay"), { hours: 24 })];
  const list = el("ul.lines", {}, el("li", {}, "…"));
  open(w("forward"), el("div.choices", {}, ...moves), el("h3", {}, w("upcoming")), list);
  const answer = await ask("/sim/upcoming");
  const upcoming = answer?.upcoming || [];
  list.replaceChildren(...upcoming.map((target) => {
    const button = el("button.line", { type: "button", onclick: () => move({ to: target.at }, button) },
      el("span.kind", { data: { kind: target.kind } }, w(target.kind)),
      el("span.label", {}, told(target.label)), el("time", {}, shortMoment(new Date(target.at))));
    return el("li", {}, button);
  }), ...(upcoming.length ? [] : [el("li.none", {}, w("noUpcoming"))]));
}

export function actsPanel(state, host) {
  const acts = state.acts || [];
  const next = acts.find((one) => !one.done);
  open(w("acts"),
    el("div.choices", {},
      el("button.big", { type: "button", disabled: !next, onclick: () => { closePanel(); host.playNext(); } }, icon("play"), w("playNext")),
      el("button.big", { type: "button", disabled: !next && !state.playing, onclick: () => { closePanel(); host.playOn(); } }, icon(state.playing ? "pause" : "on"), w(state.playing ? "pause" : "playOn"))),
    el("ol.lines", {}, ...acts.map((one) => el("li", {}, el("button.line", {
      type: "button", className: one.done ? "line done" : one === next ? "line next" : "line",
      onclick: () => { closePanel(); host.openAll(one.who); },
    }, el("span.tick", { "aria-label": one.done ? w("done") : "" }, one.done ? "✓" : String(one.number)),
    el("span.label", {}, told(one.title)),
    el("small", {}, one.who.map((id) => host.who(id).name).join(w("and")))))),
    ...(acts.length ? [] : [el("li.none", {}, w("noActs"))])));
}

export async function faultsPanel(state) {
  const kind = el("select", { "aria-label": w("faultKind") }, ...KINDS.map((name) => el("option", { value: name }, w(name))));
  const method = el("input", { value: "*", "aria-label": w("faultMethod"), list: "methods" });
  const lasting = el("select", { "aria-label": w("faultCalls") },
    ...[1, 3, 10].map((n) => el("option", { value: n }, w("nextCalls", { n }))), el("option", { value: "" }, w("untilOff")));
  const seconds = el("input", { type: "number", min: 0, max: 60, step: 0.5, value: 2, "aria-label": w("faultSeconds") });
  const active = el("ul.lines", {});
  const draw = (faults) => active.replaceChildren(...faults.map((fault) => el("li", {}, el("span.line", {},
    el("span.label", {}, w(fault.kind)), el("span", {}, fault.method),
    el("small", {}, fault.calls === null ? w("untilOff") : w("nextCalls", { n: fault.calls }))))),
  ...(faults.length ? [] : [el("li.none", {}, w("noFaults"))]));
  draw(state.faults);
  const add = async () => {
    const calls = lasting.value ? Number(lasting.value) : null;
    const answer = await act("fault", { kind: kind.value, method: method.value, calls, seconds: Number(seconds.value) });
    if (answer) draw(answer.result);
  };
  const clear = async () => { const answer = await act("fault", { kind: "clear" }); if (answer) draw(answer.result); };
  const rates = el("input", { type: "checkbox", checked: state.rates, onchange: () => act("rates", { on: rates.checked }) });
  const calls = el("ol.calls", {});
  open(w("faults"),
    el("div.form", {}, el("label", {}, w("faultKind"), kind), el("label", {}, w("faultMethod"), method),
      el("label", {}, w("faultCalls"), lasting), el("label", {}, w("faultSeconds"), seconds)),
    el("div.choices", {}, el("button.big", { type: "button", onclick: add }, w("switchOn")), el("button.big.plain", { type: "button", onclick: clear }, w("clearAll"))),
    el("h3", {}, w("active")), active,
    el("label.check", {}, rates, w("rates")),
    el("h3", {}, w("journal"), el("small", {}, ` ${w("calls", { n: state.calls })}`)), calls);
  const journal = await ask("/sim/journal");
  calls.replaceChildren(...(journal?.calls || []).slice(0, 40).map((call) => el("li", { className: call.status === 200 ? "" : "bad" },
    el("time", {}, shortMoment(new Date(call.at))), el("code", {}, call.method), el("span", {}, `${call.status || "—"} ${call.description}`))));
}

export function attachPanel({ send, place }) {
  const caption = el("input", { maxLength: 1024, placeholder: w("caption"), "aria-label": w("caption") });
  const chooser = (kind, accept) => {
    const input = el("input", { type: "file", accept, hidden: true, onchange: async () => {
      const [file] = input.files;
      if (!file) return;
      closePanel();
      await send(kind, file, caption.value);
    } });
    return [el("button.big", { type: "button", data: { kind }, onclick: () => input.click() }, w(kind === "document" ? "file" : kind)), input];
  };
  const latitude = el("input", { type: "number", step: "any", value: "28.4547", "aria-label": w("latitude") });
  const longitude = el("input", { type: "number", step: "any", value: "119.9229", "aria-label": w("longitude") });
  open(w("attach"), caption,
    el("div.choices", {}, ...chooser("photo", "image/*"), ...chooser("document", ""), ...chooser("voice", "audio/*")),
    el("h3", {}, w("location")),
    el("div.form", {}, el("label", {}, w("latitude"), latitude), el("label", {}, w("longitude"), longitude)),
    el("div.choices", {}, el("button.big", { type: "button", onclick: async () => {
      closePanel();
      await place(Number(latitude.value), Number(longitude.value));
    } }, w("location"))));
}

export function picturePanel(source, caption) {
  open(caption || w("photo"), el("img.large", { src: source, alt: caption || w("photo"), onclick: closePanel }));
  panel().className = "picture";
}

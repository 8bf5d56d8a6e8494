// Small parts of the page: elements, icons, calls to the server. All texts go in as text nodes.

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  play: "M7 5v14l12-7z", on: "M4 5v14l8-7zM12 5v14l8-7z", pause: "M7 5h4v14H7zM13 5h4v14h-4z",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm1 4h-2v6l4.6 2.8 1-1.7-3.6-2.1z",
  list: "M4 6h3v3H4zm5 .5h11v2H9zM4 11h3v3H4zm5 .5h11v2H9zM4 16h3v3H4zm5 .5h11v2H9z",
  fault: "M12 3 1.8 20.5h20.4zM11 9h2v6h-2zm0 7.3h2v2h-2z",
  close: "M6.4 5 5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6L19 6.4 17.6 5 12 10.6z",
  pin: "M15 3 9 3v2l1 .7V11l-3 3v2h4v5l1 1 1-1v-5h4v-2l-3-3V5.7l1-.7z",
  save: "M11 4h2v8l3-3 1.4 1.4L12 15.8l-5.4-5.4L8 9l3 3zM5 18h14v2H5z",
  ban: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 0 1 4.2 1.4L6.4 16.2A7 7 0 0 1 12 5zm0 14a7 7 0 0 1-4.2-1.4l9.8-9.8A7 7 0 0 1 12 19z",
  clip: "M16.5 6v10.5a4.5 4.5 0 0 1-9 0V5.5a3 3 0 0 1 6 0V15a1.5 1.5 0 0 1-3 0V7H9v8a3 3 0 0 0 6 0V5.5a4.5 4.5 0 0 0-9 0v11a6 6 0 0 0 12 0V6z",
  send: "M3 20.5 21.5 12 3 3.5v6.6L14 12 3 13.9z", back: "M14.5 5 7.5 12l7 7 1.5-1.5L10.5 12 16 6.5z",
  reply: "M10 8V4L3 11l7 7v-4c5 0 8.500 1.600 11 5-1-5-4-10-11-11z",
  edit: "M4 17.200V20h2.800l9-9L13 8.200zM18.700 8.100a.8.8 0 0 0 0-1.100l-1.700-1.700a.8.8 0 0 0-1.100 0L14.400 6.700l2.900 2.900z",
  keys: "M3 6h18v12H3zm2 2v2h2V8zm4 0v2h2V8zm4 0v2h2V8zm4 0v2h2V8zM5 12v2h2v-2zm4 0v2h6v-2zm8 0v2h2v-2z",
  theme: "M12 3a9 9 0 1 0 0 18zm0 0a9 9 0 0 1 0 18v-2a7 7 0 0 0 0-14z",
  file: "M6 2h8l5 5v15H6zm7 1.500V8h4.500z",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}

/** Make an element: el("p.small", {title: "x"}, "text", child). Strings become text nodes. */
export function el(kind, facts = {}, ...children) {
  const [tag, ...classes] = kind.split(".");
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name in node && name !== "list" && name !== "role") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function tool(name, label, onclick, facts = {}) {
  return el("button.tool", { type: "button", title: label, "aria-label": label, onclick, ...facts }, icon(name));
}

let sayFailure = () => {};
export function onFailure(handler) { sayFailure = handler; }

async function answered(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    sayFailure(body.error || String(response.status));
    return null;
  }
  return body;
}

export async function ask(path) { return answered(await fetch(path, { cache: "no-store" })); }

export async function act(deed, facts) {
  return answered(await fetch(`/sim/do/${deed}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(facts),
  }));
}

export async function upload(facts, file) {
  return answered(await fetch(`/sim/upload?${new URLSearchParams(facts)}`, { method: "POST", body: file }));
}

const HUES = [208, 152, 28, 268, 340, 188, 48, 118];
export function face(id, name) {
  const node = el("span.face", { "aria-hidden": "true" }, [...(name || "?")][0]);
  node.classList.add(`hue${HUES.indexOf(HUES[Math.abs(id) % HUES.length])}`);
  return node;
}

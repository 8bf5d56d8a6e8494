// The head of a chat: whose it is, and what can be done with it.

import { act, el, face, tool } from "/parts.js";
import { w } from "/words.js";

/** Return the pieces of a chat column's head. */
export function headPieces(column) {
  const { name, title, isCrowd } = column.about();
  return [
    tool("back", w("back"), () => column.host.close(column), { className: "tool back" }),
    face(column.id, name),
    el("div.who", {}, el("h2", {}, name), el("p", {}, title)),
    ...(isCrowd ? [speakers(column)] : []),
    pin(column),
    tool("save", w("export"), () => column.export()),
    ...(isCrowd ? [] : [block(column)]),
    tool("close", w("close"), () => column.host.close(column), { className: "tool closing" }),
  ];
}

function held(isHeld) {
  return { "aria-pressed": String(isHeld), className: isHeld ? "tool held" : "tool" };
}

function pin(column) {
  return tool("pin", w(column.isPinned ? "unpin" : "pin"), () => {
    column.isPinned = !column.isPinned;
    column.drawHead();
    column.host.remember();
  }, held(column.isPinned));
}

function block(column) {
  const isBlocked = Boolean(column.seen?.blocked);
  const deed = isBlocked ? "unblock" : "block";
  return tool("ban", w(deed), () => act(deed, { user_id: column.id }), held(isBlocked));
}

/** In a group somebody has to speak: choose who. */
function speakers(column) {
  const members = column.seen?.members || [];
  if (!members.some((member) => member.id === column.speaker)) column.speaker = members[0]?.id;
  const select = el("select", { "aria-label": w("asWho") }, ...members.map((member) =>
    el("option", { value: member.id, selected: member.id === column.speaker }, column.host.who(member.id).name)));
  select.addEventListener("change", () => { column.speaker = Number(select.value); column.draw(); });
  return select;
}

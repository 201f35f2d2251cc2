import * as api from "./api.js";
import { Phone } from "./phone.js";

/** Numbers that regulators keep free for fiction, so that no demonstration names a real person. */
const FICTION = ["+12025550143", "+447700900417", "+33639980112", "+61491570156", "+46701740612"];

const row = document.querySelector(".phones");
const offline = document.querySelector(".offline");
const phones = new Set();

function free() {
  const used = new Set([...phones].map((phone) => phone.number));
  const next = FICTION.find((number) => !used.has(number));
  return next ?? `+120255501${20 + Math.floor(Math.random() * 70)}`;
}

/** The address keeps the numbers: a reload, or a link, shows the same phones. */
function remember() {
  history.replaceState(null, "", "#" + [...phones].map((phone) => phone.number).join(","));
}

function add(lines, number) {
  const phone = new Phone(number, lines, {
    renumbered: remember,
    removed: () => {
      phones.delete(phone);
      remember();
    },
  });
  phones.add(phone);
  row.append(phone.element);
  remember();
  return phone;
}

const { lines, newest } = await api.lines();
const wanted = location.hash.slice(1).split(",").filter(Boolean);
for (const number of wanted.length ? wanted : [free()]) add(lines, number);

document.querySelector(".add").addEventListener("click", () => {
  const phone = add(lines, free());
  phone.element.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "nearest" });
  phone.focus();
});

document.querySelector(".add-softphone").addEventListener("click", () => {
  const phone = add(lines, `client:responder-${phones.size + 1}`);
  phone.element.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "nearest" });
});

const rung = new Set();

/** A telephone that rings and is not on the table, such as a responder's, is laid there. */
function lay(calls) {
  for (const { sid, phone, incoming, over } of calls) {
    if (!incoming || over || rung.has(sid)) continue;
    rung.add(sid);
    if (![...phones].some(({ number }) => number === phone)) add(lines, phone).onlyCalls();
  }
}

api.followCalls((calls) => {
  lay(calls);
  phones.forEach((phone) => phone.calls(calls));
});
api.follow(newest, {
  happened: ({ kind, message }) => phones.forEach((phone) => phone.happened(kind, message)),
  connected: (yes) => (offline.hidden = yes),
  restarted: () => phones.forEach((phone) => phone.reload()),
});

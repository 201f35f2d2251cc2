import * as api from "./api.js";
import { Call } from "./call.js";
import { openings } from "./openings.js";

const template = document.querySelector("#phone");
const countries = new Intl.DisplayNames(["en"], { type: "region" });
const clock = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit" });

/** What stands below a bubble: for what she wrote, whether the line took it. */
function state({ written, status, errorCode, webhookStatus }) {
  if (!written) {
    return errorCode ? { words: `${status} (${errorCode})`, failed: true } : { words: status };
  }
  if (webhookStatus === null) return { words: "sending…" };
  return webhookStatus >= 200 && webhookStatus < 300
    ? { words: "received by the line" }
    : { words: `the line did not take it (${webhookStatus || "no answer"})`, failed: true };
}

/** One phone: a number, a channel, and its conversation with a line. */
export class Phone {
  #bubbles = new Map();
  #part;
  #lines;
  #loaded;
  #call;

  /** `on`: what to call when the number changed or the phone was put away. */
  constructor(number, lines, on) {
    this.number = number;
    this.#lines = lines;
    this.element = template.content.firstElementChild.cloneNode(true);
    this.#part = (name) => this.element.querySelector("." + name);
    const radios = `channel-${crypto.randomUUID()}`;
    this.element.querySelectorAll("[type=radio]").forEach((radio) => {
      radio.name = radios;
      radio.addEventListener("change", () => this.#offerLines());
    });
    this.#part("number").value = number;
    this.#part("number").addEventListener("change", () => {
      this.#renumber();
      on.renumbered();
    });
    this.#call = new Call(this.#part("calling"), () =>
      api.call(this.number, { to: this.#part("line").value || undefined }),
    );
    this.#softphone();
    this.#part("remove").addEventListener("click", () => {
      this.#call.close();
      this.element.remove();
      on.removed();
    });
    this.#part("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#part("text").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#send();
      }
    });
    this.#offerOpenings();
    this.#offerLines();
    this.reload();
  }

  /** Every call there is, to find one's own. */
  calls(all) {
    this.#call.update(all.filter((call) => call.phone === this.number));
  }

  /** A responder's browser: it has an identity in place of a number, and no texts. */
  #softphone() {
    this.element.dataset.softphone = this.number.startsWith("client:");
  }

  /** Somebody's who is rung, and writes no texts here. */
  onlyCalls() {
    this.element.dataset.softphone = true;
  }

  reload() {
    this.#loaded = this.#load();
  }

  focus() {
    this.#part("text").focus();
  }

  /** Waits for the history, which may be older than the event. */
  async happened(kind, message) {
    await this.#loaded;
    if (message.phone !== this.number) return;
    if (kind === "REMOVED") {
      this.#bubbles.get(message.sid)?.remove();
      this.#bubbles.delete(message.sid);
    } else {
      this.#show(message);
    }
  }

  async #load() {
    const { country, messages } = await api.history(this.number);
    this.#part("country").textContent = country
      ? countries.of(country)
      : this.number.startsWith("client:")
        ? "responder’s softphone"
        : "unknown country";
    this.#bubbles.clear();
    this.#part("messages").replaceChildren();
    messages.forEach((message) => this.#show(message));
  }

  #renumber() {
    const raw = this.#part("number").value.trim();
    const typed = raw.replace(/[^\d+]/g, "");
    if (/^client:[\w.-]+$/.test(raw)) this.number = raw;
    else if (typed) this.number = typed.startsWith("+") ? typed : `+${typed}`;
    this.#part("number").value = this.number;
    this.#softphone();
    this.reload();
  }

  get #channel() {
    return this.element.querySelector("[type=radio]:checked").value;
  }

  #offerLines() {
    const whatsapp = this.#channel === "WHATSAPP";
    this.element.dataset.channel = this.#channel;
    this.#part("line").replaceChildren(
      ...this.#lines
        .filter((line) => line.whatsapp || !whatsapp)
        .map((line) => new Option(`${line.label} · ${line.number}`, line.number)),
    );
  }

  #offerOpenings() {
    for (const { lang, name, text, urgent } of openings) {
      const pick = document.createElement("button");
      pick.type = "button";
      pick.lang = lang;
      pick.textContent = name;
      pick.classList.toggle("urgent", urgent === true);
      pick.addEventListener("click", () => {
        this.#part("text").value = text;
        this.focus();
      });
      this.#part("openings").append(pick);
    }
  }

  async #send() {
    const box = this.#part("text");
    const problem = this.#part("problem");
    const body = box.value.trim();
    if (!body) return;
    box.value = "";
    problem.hidden = true;
    const to = this.#part("line").value || undefined;
    try {
      await api.send(this.number, { channel: this.#channel, to, body });
    } catch {
      problem.hidden = false;
      box.value ||= body;
    }
  }

  #show(message) {
    let bubble = this.#bubbles.get(message.sid);
    if (!bubble) {
      bubble = document.createElement("div");
      const text = document.createElement("p");
      text.dir = "auto";
      bubble.append(text, document.createElement("small"));
      bubble.className = message.written ? "written" : "answer";
      this.#bubbles.set(message.sid, bubble);
      this.#part("messages").append(bubble);
    }
    const [text, small] = bubble.children;
    text.textContent = message.body || "(deleted)";
    const { words, failed = false } = state(message);
    small.textContent = `${clock.format(new Date(message.at))} · ${words}`;
    bubble.classList.toggle("failed", failed);
    this.#part("messages").scrollTop = this.#part("messages").scrollHeight;
  }
}

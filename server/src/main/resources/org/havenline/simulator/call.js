import * as api from "./api.js";

const template = document.querySelector("#call");
const KEYS = "123456789*0#";

/** What the tones are called, and why a call ended, in words. */
const TONES = {
  RINGING: "ringing…",
  HOLD_MUSIC: "music",
  BEEP: "beep",
  KEYS: "key tones",
  APPLICATION_ERROR: "“An application error has occurred. Goodbye.”",
};
const ENDS = {
  PARTY_HUNG_UP: "hung up here",
  BUSY: "busy",
  NO_ANSWER: "nobody picked up",
  UNREACHABLE: "not reachable",
  REJECTED: "refused by the line",
  APPLICATION_ERROR: "the line did not answer as it should",
};

/** The call of one phone: what is heard, a keypad, what is said into it. */
export class Call {
  #part;
  #call = null;
  #shown = 0;
  #audio = null;
  #dial;

  /** `dial`: starts a call and resolves when it has begun. */
  constructor(host, dial) {
    this.element = template.content.firstElementChild.cloneNode(true);
    this.#part = (name) => this.element.querySelector("." + name);
    this.#dial = dial;
    host.append(this.element);
    this.#part("dial").addEventListener("click", () => this.#start());
    this.#part("pick-up").addEventListener("click", () => api.onCall(this.#call.sid, "pick-up"));
    this.#part("hang-up").addEventListener("click", () => api.onCall(this.#call.sid, "hang-up"));
    this.#part("say").addEventListener("submit", (event) => {
      event.preventDefault();
      const words = this.#part("words");
      if (words.value.trim()) api.onCall(this.#call.sid, "words", words.value.trim());
      words.value = "";
    });
    for (const key of KEYS) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = key;
      button.addEventListener("click", () => api.onCall(this.#call.sid, "keys", key));
      this.#part("keys").append(button);
    }
    this.#part("aloud").addEventListener("change", () => this.#silence());
  }

  async #start() {
    const problem = this.#part("call-problem");
    problem.hidden = true;
    try {
      await this.#dial();
    } catch {
      problem.hidden = false;
    }
  }

  /** `calls`: those of this phone, oldest first; the newest is shown. */
  update(calls) {
    const call = calls.findLast((one) => !one.over) ?? calls.at(-1) ?? null;
    if (call?.sid !== this.#call?.sid) {
      this.#shown = 0;
      this.#part("heard").replaceChildren();
    }
    const ended = call?.over && !this.#call?.over && call.sid === this.#call?.sid;
    this.#call = call;
    if (ended) this.#silence();
    const live = call !== null && !call.over;
    const rings = live && call.incoming && !call.answered;
    this.element.dataset.state = !live ? "idle" : rings ? "rings" : "live";
    this.#part("dial").hidden = live;
    this.#part("pick-up").hidden = !rings;
    this.#part("hang-up").hidden = !live;
    this.#part("talk").hidden = !live || rings;
    this.#part("panel").hidden = call === null;
    this.#part("state").textContent = call ? this.#words(call) : "";
    if (call) this.#hear(call);
  }

  #words(call) {
    if (call.over) return `Call ended: ${ENDS[call.why] ?? "by the line"}`;
    if (call.incoming && !call.answered) return `Incoming call from ${call.line}`;
    if (!call.answered) return "Calling…";
    return call.voices ? `Talking with ${call.voices}` : "Connected";
  }

  #hear(call) {
    const list = this.#part("heard");
    for (const one of call.heard.slice(this.#shown)) {
      const line = document.createElement("li");
      line.dir = "auto";
      if (one.language) line.lang = one.language;
      line.className = one.kind.toLowerCase();
      line.textContent =
        one.kind === "TONE" ? TONES[one.words] : one.kind === "AUDIO" ? `▶ ${one.words}` : one.words;
      list.append(line);
      this.#aloud(one);
    }
    call.heard.forEach((one, i) => list.children[i]?.classList.toggle("lasts", one.lasts));
    if (call.heard.length > this.#shown) list.scrollTop = list.scrollHeight;
    if (call.heard.length && !call.heard.at(-1).lasts) this.#silence();
    this.#shown = call.heard.length;
  }

  /** Read by the voices of the browser, or played from this server; nothing is fetched elsewhere. */
  #aloud({ kind, words, language, lasts }) {
    this.#silence();
    if (!this.#part("aloud").checked || !lasts) return;
    if (kind === "SPEECH" && "speechSynthesis" in window) {
      const speech = new SpeechSynthesisUtterance(words);
      speech.lang = language;
      speechSynthesis.speak(speech);
    } else if (kind === "AUDIO") {
      this.#audio = new Audio(new URL(words, location.href).pathname);
      this.#audio.play().catch(() => {});
    }
  }

  #silence() {
    if ("speechSynthesis" in window) speechSynthesis.cancel();
    this.#audio?.pause();
    this.#audio = null;
  }

  /** The phone is put away: whoever is on the line hears that. */
  close() {
    this.#silence();
    if (this.#call && !this.#call.over) api.onCall(this.#call.sid, "hang-up");
  }
}

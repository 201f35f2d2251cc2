const PING = 10_000;
const TYPING = 3_000;
const SILENCE = 25_000;
const LONGEST = 15_000;
const ENDED = 4401;

/**
 * The line to the server: resumes where it broke, never gives up, always says how it stands.
 * See docs/protocol.md.
 */
export class Link {
  #socket = null;
  #pinging = 0;
  #retrying = 0;
  #heard = 0;
  #tries = 0;
  #stopped = true;
  #opened = false;
  #typed = {};

  /**
   * @param {{url: string, after: () => number|null, onFrame: (frame: any) => void,
   *   onState: (link: import('../state/types.js').LinkState) => void, onRefused: () => void, WebSocket?: typeof WebSocket, random?: () => number}} parts
   */
  constructor(parts) {
    this.parts = { WebSocket: globalThis.WebSocket, random: Math.random, ...parts };
  }

  start() {
    this.#stopped = false;
    this.#open();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#retrying);
    this.#leave();
  }

  /** Asks for a sign of life now: the page became visible, the network came back. */
  check() {
    if (this.#stopped) return;
    if (this.#socket?.readyState === 1) this.#ping();
    else if (this.#socket?.readyState !== 0) this.#open();
  }

  /** She is writing in this conversation; said at most every three seconds, and lost when the line is down. */
  typing(contact) {
    const now = Date.now();
    if (this.#socket?.readyState !== 1 || now - (this.#typed[contact] ?? 0) < TYPING) return;
    this.#typed = { [contact]: now };
    this.#socket.send(JSON.stringify({ type: 'typing', contact }));
  }

  #open() {
    clearTimeout(this.#retrying);
    this.#leave();
    this.parts.onState({ state: 'connecting' });
    const after = this.parts.after();
    const socket = new this.parts.WebSocket(this.parts.url + (after === null ? '' : `?after=${after}`));
    this.#socket = socket;
    this.#heard = Date.now();
    this.#opened = false;
    socket.onopen = () => {
      this.#opened = true;
      this.#ping();
    };
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = ({ code }) => this.#closed(code);
    this.#pinging = setInterval(() => this.#beat(), PING);
  }

  #receive(frame) {
    this.#heard = Date.now();
    this.#tries = 0;
    if (frame.type === 'snapshot' || frame.type === 'hello') this.parts.onState({ state: 'open' });
    this.parts.onFrame(frame);
  }

  /** A link may look open and be dead: silence ends it. */
  #beat() {
    if (Date.now() - this.#heard > SILENCE) this.#closed(1006);
    else this.#ping();
  }

  #ping() {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify({ type: 'ping' }));
  }

  #closed(code) {
    this.#leave();
    if (this.#stopped) return;
    if (code === ENDED) {
      this.#stopped = true;
      this.parts.onState({ state: 'ended' });
      return;
    }
    // a browser does not tell why a socket did not open: the session may be over
    if (!this.#opened) this.parts.onRefused();
    const pause = Math.min(LONGEST, 500 * 2 ** this.#tries++) * (0.5 + this.parts.random() / 2);
    this.parts.onState({ state: 'waiting', retryAt: Date.now() + pause });
    this.#retrying = setTimeout(() => this.#open(), pause);
  }

  #leave() {
    clearInterval(this.#pinging);
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}

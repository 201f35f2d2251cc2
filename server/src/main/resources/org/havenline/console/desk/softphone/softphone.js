/** A file of Twilio's that only some builds have: loaded when it is needed, and never by name of a module. */
const LIBRARY = '/desk/softphone/twilio.js';

/** Where the library would fetch sounds of its own: the desk has its bell. */
const SILENCE = '/desk/softphone/silence.wav';
const SOUNDS = ['disconnect', 'incoming', 'outgoing', 'dtmfs', 'dtmfh', ...Array.from({ length: 10 }, (_, n) => `dtmf${n}`)];

/** How long before its end a token is renewed: long enough to try again. */
const RENEW_MS = 90_000;
const AGAIN_MS = 10_000;

/** After picking up, until the question is heard that 1 answers: earlier, the key could be lost. */
const PRESS_MS = 1_500;

/** What the browser says when the microphone is kept from the page. */
const MICROPHONE = new Set([31401, 31402]);

/**
 * The telephone in this browser: registered while its responder is on duty, one call at a time. Only a pressed 1
 * takes a call, here as on every telephone; it is pressed for whoever answers by a click.
 *
 * `state`: `off`; `none`, and why; `starting`; `ready`; `waiting`, a call rings; `talking`
 */
export class Softphone extends EventTarget {
  state = 'off';
  /** @type {{title: string, detail: string}|null} */
  why = null;
  /** @type {string|null} */
  problem = null;
  #device = null;
  #call = null;
  #timer = 0;
  #ask;
  #turn = 0;
  #wanted = false;

  /** @param {() => Promise<{token: string}>} ask asks for a token @param {(address: string) => Promise<any>} load */
  constructor(ask, load = (address) => import(address)) {
    super();
    this.#ask = ask;
    this.load = load;
  }

  /** @param {boolean} wanted whether it is to ring here now */
  want(wanted) {
    this.#wanted = wanted;
    if (wanted && this.state === 'off') this.#start();
    // whoever goes off duty in a talk, or is signed out by the clock, stays in it
    if (!wanted && this.state !== 'off' && this.state !== 'talking') this.stop();
  }

  get rings() {
    return this.state === 'waiting';
  }

  async #start() {
    const turn = ++this.#turn;
    this.#is('starting');
    try {
      const { token } = await this.#ask();
      await this.load(LIBRARY);
      if (turn === this.#turn) await this.#register(token);
    } catch (problem) {
      if (turn !== this.#turn) return;
      if (problem.status === 409) this.#is('none', { title: problem.message, detail: problem.detail });
      else this.#lost();
    }
  }

  async #register(token) {
    const device = new globalThis.Twilio.Device(token, {
      closeProtection: true,
      codecPreferences: ['opus', 'pcmu'],
      disableAudioContextSounds: true,
      logLevel: 'silent',
      // reports on calls stay here
      publishEvents: false,
      sounds: Object.fromEntries(SOUNDS.map((name) => [name, SILENCE])),
      tokenRefreshMs: RENEW_MS,
    });
    this.#device = device;
    device.on('registered', () => {
      this.problem = null;
      if (!this.#call) this.#is('ready');
    });
    device.on('tokenWillExpire', () => this.#renew(device));
    device.on('incoming', (call) => this.#rung(call));
    device.on('error', (error) => this.#failed(device, error));
    device.on('unregistered', () => this.#device === device && !this.#call && this.#lost());
    await device.register();
  }

  /** Who is refused now is off duty, or not to be rung here any more: it ends with the token. */
  async #renew(device) {
    try {
      const { token } = await this.#ask();
      if (this.#device === device) device.updateToken(token);
    } catch (problem) {
      if (this.#device === device && problem.passing) this.#later(() => this.#renew(device));
    }
  }

  #rung(call) {
    if (this.#call) {
      call.reject();
      return;
    }
    this.#call = call;
    this.problem = null;
    for (const end of ['cancel', 'disconnect', 'reject']) call.on(end, () => this.#over(call));
    call.on('error', (error) => {
      this.#say(error);
      this.#over(call);
    });
    call.on('accept', () => setTimeout(() => this.#call === call && this.press(), PRESS_MS));
    this.#is('waiting');
  }

  /** Called from a click, so that the browser asks for the microphone and lets her be heard. */
  answer() {
    this.#call.accept();
    this.#is('talking');
  }

  /** Presses 1: once more, should the first have come too early. */
  press() {
    this.#call?.sendDigits('1');
  }

  hangUp() {
    const call = this.#call;
    if (this.state === 'waiting') call.reject();
    else call?.disconnect();
    this.#over(call);
  }

  #over(call) {
    if (this.#call !== call || !call) return;
    this.#call = null;
    if (!this.#wanted) this.stop();
    else if (this.#device?.state === 'registered') this.#is('ready');
    else this.#lost();
  }

  #failed(device, error) {
    if (this.#device !== device) return;
    this.#say(error);
    if (!this.#call) this.#lost();
  }

  #say(error) {
    this.problem = MICROPHONE.has(error.code)
      ? 'The browser keeps the microphone from this page. Allow it beside the address, then answer again.'
      : 'The softphone has lost its line. It is trying again.';
    this.#changed();
  }

  /** Begins anew after a while, with a new token. */
  #lost() {
    this.#drop();
    this.#is('starting');
    this.#later(() => this.#start());
  }

  #later(work) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, AGAIN_MS);
  }

  #drop() {
    const device = this.#device;
    this.#device = null;
    device?.destroy();
  }

  stop() {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#drop();
    this.#call = null;
    this.problem = null;
    this.#is('off');
  }

  #is(state, why = null) {
    this.state = state;
    this.why = why;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

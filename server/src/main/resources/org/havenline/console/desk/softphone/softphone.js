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
  #ask;
  /** @type {string|null} who is to be rung here */
  #whom = null;
  /** @type {string|null} for whom the device was made */
  #owner = null;
  #device = null;
  #call = null;
  #timer = 0;
  #turn = 0;

  /** @param {() => Promise<{token: string}>} ask asks for a token */
  constructor(ask) {
    super();
    this.#ask = ask;
  }

  get rings() {
    return this.state === 'waiting';
  }

  get talks() {
    return this.state === 'talking';
  }

  /** @param {string|null} whom who is to be rung here now */
  want(whom) {
    if (whom === this.#whom) return;
    this.#whom = whom;
    // whoever goes off duty in a talk, or is signed out by the clock, stays in it
    if (!this.talks) this.#anew();
  }

  #anew() {
    this.stop();
    if (this.#whom) this.#start();
  }

  async #start() {
    const turn = ++this.#turn;
    this.#owner = this.#whom;
    this.#is('starting');
    try {
      const { token } = await this.#ask();
      // by another name each time: browsers remember that a module could not be fetched
      if (!globalThis.Twilio) await import(`${LIBRARY}?${turn}`);
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
    const on = (name, work) => device.on(name, (what) => this.#device === device && work(what));
    on('registered', () => {
      if (this.#call) return;
      this.problem = null;
      this.#is('ready');
    });
    on('tokenWillExpire', () => this.#renew(device));
    on('incoming', (call) => this.#rung(call));
    on('error', (error) => {
      this.#say(error);
      this.#stumbled();
    });
    on('unregistered', () => this.#stumbled());
    await device.register();
  }

  /** Who is refused now is off duty, or not to be rung here any more: it ends with the token. */
  async #renew(device) {
    if (this.#device !== device || this.#owner !== this.#whom) return;
    try {
      const { token } = await this.#ask();
      if (this.#device === device && this.#owner === this.#whom) device.updateToken(token);
    } catch (problem) {
      if (problem.passing) this.#later(() => this.#renew(device));
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
    // most faults end a call, and some do not: while it may go on, it can be hung up here
    call.on('error', (error) => {
      this.#say(error);
      if (call.status() === 'closed') this.#over(call);
    });
    call.on('accept', () => setTimeout(() => this.#call === call && this.press(), PRESS_MS));
    this.#is('waiting');
  }

  /** Called from a click, so that the browser asks for the microphone and lets her be heard. */
  answer() {
    if (!this.rings) return;
    this.#is('talking');
    this.#call.accept();
  }

  /** Presses 1: once more, should the first have come too early. */
  press() {
    this.#call?.sendDigits('1');
  }

  hangUp() {
    const call = this.#call;
    if (!call) return;
    if (this.rings) call.reject();
    else call.disconnect();
    this.#over(call);
  }

  /** Somebody else may be signed in by now, or nobody. */
  #over(call) {
    if (this.#call !== call) return;
    this.#call = null;
    if (this.#device?.state === 'registered' && this.#owner === this.#whom) this.#is('ready');
    else this.#anew();
  }

  #say(error) {
    this.problem = MICROPHONE.has(error.code)
      ? 'The browser keeps the microphone from this page. Allow it beside the address; the next call can then be answered.'
      : this.talks
        ? 'Something went wrong on the line. If you hear nobody, hang up.'
        : 'The softphone has lost its line. It is trying again.';
    this.#changed();
  }

  /** A talk outlives a lost line, which the library then takes up again; a call that only rings does not. */
  #stumbled() {
    if (!this.talks || this.#call.status() === 'closed') this.#lost();
  }

  /** Begins anew after a while, with a new token. */
  #lost() {
    if (!this.#whom) {
      this.stop();
      return;
    }
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
    this.#call = null;
    device?.destroy();
  }

  stop() {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#drop();
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

const LONGEST = 15_000;

/**
 * Sends what responders write: in order in each conversation, again with the same key until the
 * server answers, so that a broken line can neither lose a text nor send it twice.
 */
export class Outgoing {
  #lanes = new Map();
  #session = 0;

  /**
   * @param {{send: (contact: string, text: string, key: string) => Promise<any>, dispatch: (action: any) => void,
   *   pause?: (ms: number) => Promise<void>, random?: () => number}} parts
   */
  constructor(parts) {
    this.parts = { pause: (ms) => new Promise((done) => setTimeout(done, ms)), random: Math.random, ...parts };
  }

  /** @param {string} contact @param {string} text @returns {Promise<void>} when the server has answered */
  write(contact, text) {
    const key = crypto.randomUUID();
    this.parts.dispatch({ type: 'write', contact, key, text, at: new Date().toISOString() });
    const session = this.#session;
    const before = this.#lanes.get(contact) ?? Promise.resolve();
    const done = before.then(() => this.#send(contact, text, key, session));
    this.#lanes.set(contact, done);
    return done;
  }

  /** The session is over: what waits is not sent in the name of whoever signs in next. */
  stop() {
    this.#session++;
    this.#lanes.clear();
  }

  async #send(contact, text, key, session) {
    for (let tries = 0; ; tries++) {
      if (session !== this.#session) {
        this.parts.dispatch({ type: 'write.state', contact, key, state: 'refused', why: 'you were signed out' });
        return;
      }
      try {
        const message = await this.parts.send(contact, text, key);
        this.parts.dispatch({ type: 'messages', contact, messages: [message] });
        return;
      } catch (problem) {
        if (!problem.passing) {
          this.parts.dispatch({ type: 'write.state', contact, key, state: 'refused', why: problem.message });
          return;
        }
        this.parts.dispatch({ type: 'write.state', contact, key, state: 'retrying', why: problem.message });
        await this.parts.pause(Math.min(LONGEST, 1000 * 2 ** tries) * (0.5 + this.parts.random() / 2));
      }
    }
  }
}

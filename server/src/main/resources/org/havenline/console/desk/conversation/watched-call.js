import { DeskElement } from '../views/element.js';

/** How long a telephone may have rung before it is seen that it does. */
const EVERY_MS = 3_000;

/**
 * What is shown of a contact's call as it stands: `undefined` before it is known, `null` when there is none. One element
 * for each contact (whoever shows it keys it): the call of one is never beside the name of another.
 */
export class WatchedCall extends DeskElement {
  static properties = { ...DeskElement.properties, call: { state: true }, problem: { state: true } };
  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => document.hidden || this.look(), EVERY_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  updated(changed) {
    if (changed.has('contact')) this.look();
  }

  /** Whether there is a call to be looked at. */
  get watching() {
    return true;
  }

  async look() {
    if (!this.watching) return;
    // a network that is away for a moment takes nothing off the screen
    this.call = await this.desk.onCall(this.contact.id).catch((problem) => (problem.status === 404 ? null : this.call));
  }
}

import { html } from 'lit';
import { DeskElement } from '../views/element.js';

/** Until when she may be written to. After that nothing of ours reaches her phone, unless she has just written herself. */
class SafeTime extends DeskElement {
  static properties = { ...DeskElement.properties, known: { attribute: false }, problem: { state: true } };

  render() {
    const { writeUntil, mayWrite } = this.known;
    return html`<form class="search fields" @submit=${this.#noted}>
      <label>She may be written to until <input type="datetime-local" name="until" .value=${writeUntil ? local(writeUntil) : ''} /></label>
      <button class="small">Note</button>
      ${mayWrite ? null : html`<span class="ask">Not now: a text to her would not be sent.</span>`}
      <span class="problem" role="alert">${this.problem ?? ''}</span>
    </form>`;
  }

  #noted = async (event) => {
    event.preventDefault();
    const until = new FormData(event.target).get('until');
    try {
      this.problem = null;
      await this.desk.noteSafeTime(this.contact.id, until ? new Date(until).toISOString() : undefined);
    } catch (problem) {
      this.problem = problem.message;
    }
  };
}

/** As the field wants it, in this browser's zone. @param {string} at */
const local = (at) => new Date(Date.parse(at) - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

customElements.define('hl-safe-time', SafeTime);

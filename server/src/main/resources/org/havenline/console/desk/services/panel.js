import { html } from 'lit';
import { DeskElement } from '../views/element.js';
import './form.js';
import { results } from './results.js';
import { EMPTY, body } from './search.js';

/** While she types; a tick counts at once for the eye. */
const PAUSE_MS = 250;

/** After a failure that may pass. */
const AGAIN_MS = 2_000;

/** Services for the person of this conversation. It follows what she ticks and what is understood; she decides. */
class Services extends DeskElement {
  static properties = { ...DeskElement.properties, found: { state: true }, problem: { state: true } };

  #asked = '';
  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    if (!this.state.choices) this.desk.choices().catch((problem) => (this.problem = problem.message));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get form() {
    return this.state.searches[this.contact.id] ?? EMPTY;
  }

  render() {
    const { desk, state, contact, form } = this;
    return html`<section class="services" aria-labelledby="services-title">
      <div class="line">
        <h3 id="services-title">Services</h3>
        <button class="small" @click=${() => desk.showServices(false)}>Hide</button>
      </div>
      ${state.choices
        ? html`<hl-service-form .desk=${desk} .contact=${contact} .form=${form} .choices=${state.choices} @change-form=${this.#changed}></hl-service-form>`
        : null}
      <p class="problem" role="alert">${this.problem ?? ''}</p>
      ${this.found ? results(this.found) : null}
    </section>`;
  }

  updated() {
    if (this.state.choices) this.#follow();
  }

  #changed = (event) => this.desk.tick(this.contact.id, { ...this.form, ...event.detail });

  /** Asks anew when, and only when, the question has changed. */
  #follow() {
    let asked;
    try {
      asked = JSON.stringify(body(this.form, this.state.choices, this.contact));
    } catch (fault) {
      this.#asked = '';
      this.problem = fault.message;
      return;
    }
    if (asked === this.#asked) return;
    this.#asked = asked;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(asked), this.found ? PAUSE_MS : 0);
  }

  async #ask(asked) {
    try {
      const found = await this.desk.findServices(JSON.parse(asked));
      if (asked !== this.#asked) return;
      this.found = found;
      this.problem = null;
    } catch (problem) {
      if (asked !== this.#asked) return;
      this.problem = problem.message;
      if (problem.passing) this.#timer = setTimeout(() => this.#ask(asked), AGAIN_MS);
    }
  }
}

customElements.define('hl-services', Services);

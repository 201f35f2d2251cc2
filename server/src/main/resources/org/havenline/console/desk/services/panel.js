import { html } from 'lit';
import { DeskElement } from '../views/element.js';
import './form.js';
import { results } from './results.js';
import './offered.js';
import { EMPTY, about, body } from './search.js';

/** While she types; a tick counts at once for the eye. */
const PAUSE_MS = 250;

/** As the API takes them. */
const MOST_NEEDS = 10;

/** After a failure that may pass. */
const AGAIN_MS = 2_000;

/** Services for the person of this conversation. It follows what she ticks and what is understood; she decides. */
class Services extends DeskElement {
  static properties = { ...DeskElement.properties, found: { state: true }, chosen: { state: true }, weighed: { state: true }, counted: { state: true }, problem: { state: true } };

  #asked = '';
  #timer = 0;

  constructor() {
    super();
    /** @type {string[]} */
    this.chosen = [];
    this.weighed = false;
    this.counted = '';
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.state.choices) this.#begin();
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
      <hl-offered .desk=${desk} .state=${state} .contact=${contact}></hl-offered>
      ${this.chosen.length
        ? html`<p class="basket fields">
            <label class="choice"><input type="checkbox" .checked=${this.weighed} @change=${(event) => (this.weighed = event.target.checked)} /> If it means to return: she and I have weighed whether that is safe</label>
            <button class="primary" @click=${() => this.#offer(this.chosen)}>Offer ${this.chosen.length === 1 ? 'this service' : `these ${this.chosen.length} services`} to her</button>
          </p>`
        : null}
      ${this.found ? results(this.found, this.#choosing) : null} ${this.found?.total === 0 ? this.#unmet() : null}
    </section>`;
  }

  /** Needs nobody could meet are what a hotline asks its funders for. */
  #unmet() {
    return this.counted && this.counted === this.#asked
      ? html`<p role="status">Counted as a need that nobody could meet.</p>`
      : html`<p><button class="small" @click=${() => this.#offer([])}>Count this need as not met</button></p>`;
  }

  updated() {
    if (this.state.choices) this.#follow();
  }

  #choosing = {
    has: (service) => this.chosen.includes(service),
    toggle: (service) => (this.chosen = this.chosen.includes(service) ? this.chosen.filter((one) => one !== service) : [...this.chosen, service]),
  };

  /** Notes that she was offered these, or that nothing was there; telling her is the next step. */
  async #offer(services) {
    try {
      const { kinds } = body(this.form, this.state.choices, this.contact);
      await this.desk.refer(this.contact.id, '', {
        options: services.map((service) => ({ service, riskChecked: this.weighed })),
        needs: (kinds ?? []).slice(0, MOST_NEEDS),
        about: about(this.form),
      });
      this.chosen = [];
      this.weighed = false;
      this.problem = null;
      this.counted = services.length === 0 ? this.#asked : '';
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  /** A server that has just started still reads its directory. */
  async #begin() {
    try {
      await this.desk.choices();
      this.problem = null;
    } catch (problem) {
      this.problem = problem.message;
      if (problem.passing && this.isConnected) this.#timer = setTimeout(() => this.#begin(), AGAIN_MS);
    }
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

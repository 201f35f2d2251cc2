import { html } from 'lit';
import { DeskElement } from '../views/element.js';
import { TOLD } from './labels.js';

const DAYS = [1, 3, 7, 14];
const USUAL = 7;

/** What she agrees to: which service, what it is told, for how long. Nothing is ticked for her. */
class Agreement extends DeskElement {
  static properties = { ...DeskElement.properties, referral: { attribute: false }, told: { state: true } };

  constructor() {
    super();
    this.told = [];
  }

  render() {
    const { referral } = this;
    return html`<details>
      <summary>She agrees…</summary>
      <form class="search" autocomplete="off" @submit=${this.#agreed}>
        ${referral.options.length === 1
          ? html`<input type="hidden" name="service" value=${referral.options[0].service} />`
          : html`<fieldset class="several">
              <legend>She chose</legend>
              ${referral.options.map((one) => html`<label class="choice"><input type="radio" name="service" value=${one.service} required /> <bdi>${one.name}</bdi></label>`)}
            </fieldset>`}
        <fieldset class="several">
          <legend>The service may be told</legend>
          ${Object.entries(TOLD).map(([field, words]) => html`<label class="choice"><input type="checkbox" name="fields" value=${field} @change=${this.#ticked} /> ${words}</label>`)}
        </fieldset>
        ${this.told.map(
          (field) => html`<label class="wide">${TOLD[field]}, as she says it
            <input name=${field} dir="auto" maxlength="200" required spellcheck="false" .value=${referral.told[field] ?? ''} /></label>`,
        )}
        <div class="fields">
          <label>For <select name="days">${DAYS.map((days) => html`<option value=${days} ?selected=${days === USUAL}>${days === 1 ? 'a day' : `${days} days`}</option>`)}</select></label>
          <button class="small">She agreed</button>
        </div>
      </form>
    </details>`;
  }

  #ticked = () => {
    this.told = [...this.renderRoot.querySelectorAll('[name=fields]:checked')].map((box) => box.value);
  };

  #agreed = (event) => {
    event.preventDefault();
    const said = new FormData(event.target);
    const told = Object.fromEntries(this.told.map((field) => [field, said.get(field)]));
    const until = new Date(Date.now() + Number(said.get('days')) * 86_400_000).toISOString();
    this.dispatchEvent(new CustomEvent('agreed', { detail: { service: said.get('service'), fields: this.told, told, until } }));
  };
}

customElements.define('hl-agreement', Agreement);

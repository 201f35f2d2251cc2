import { html } from 'lit';
import { DeskElement } from '../views/element.js';
import { OUTCOME } from './labels.js';

/** What became of a referral, and when somebody is to ask how it went. */
class OutcomeForm extends DeskElement {
  static properties = { ...DeskElement.properties, followUp: { attribute: false } };

  render() {
    return html`<form class="search fields" @submit=${this.#noted}>
      <select name="outcome" aria-label="What became of it">
        <option value="">What became of it…</option>
        ${Object.entries(OUTCOME).map(([value, words]) => html`<option value=${value}>${words}</option>`)}
      </select>
      <label>Ask again on <input type="date" name="day" .value=${this.followUp?.at.slice(0, 10) ?? ''} /></label>
      <button class="small">Note</button>
    </form>`;
  }

  #noted = (event) => {
    event.preventDefault();
    const { outcome, day } = Object.fromEntries(new FormData(event.target));
    const followUp = day ? { at: new Date(`${day}T12:00`).toISOString() } : undefined;
    event.target.querySelector('select').value = '';
    this.dispatchEvent(new CustomEvent('noted', { detail: { ...(outcome ? { outcome } : {}), ...(followUp ? { followUp } : {}) } }));
  };
}

customElements.define('hl-outcome', OutcomeForm);

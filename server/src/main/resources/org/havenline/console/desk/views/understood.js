import { html } from 'lit';
import { CERTAINTY, RISK, language, ownName } from '../text/labels.js';
import { DeskElement } from './element.js';

const MOST = 3;

/** What was understood of a contact, why, and the means to say it better: the language, the risk. */
class Understood extends DeskElement {
  static properties = { ...DeskElement.properties, keys: { type: Boolean }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    if (this.keys) document.addEventListener('keydown', this.#key);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
  }

  render() {
    const { contact } = this;
    const { tag, confidence, certainty } = contact.language;
    const sure = `${CERTAINTY[certainty]}${certainty === 'chosen' || certainty === 'own' ? '' : `, ${Math.round(confidence * 100)} %`}`;
    return html`<div class="understood">
      ${this.#open ? this.#guesses() : null}
      <details>
        <summary>${language(tag)} (${sure}) · ${RISK[contact.risk.level]}${contact.risk.judged ? ' (judged by a colleague)' : ''}</summary>
        <ul class="why">${(contact.reasons ?? []).map((reason) => html`<li>${reason}</li>`)}</ul>
        <div class="corrections">${this.#language()} ${this.#risk()}</div>
      </details>
      <p class="problem" role="alert">${this.problem ?? ''}</p>
    </div>`;
  }

  /** Whether the language is still to be confirmed. */
  get #open() {
    const { certainty } = this.contact.language;
    return (certainty === 'provisional' || certainty === 'unknown') && this.#likely.length > 0;
  }

  get #likely() {
    return this.contact.language.likely.slice(0, MOST);
  }

  #guesses() {
    return html`<div class="guesses" role="group" aria-label="Which language is it?">
      <span>Which language?</span>
      ${this.#likely.map(
        ({ tag }, i) => html`<button class="small" title=${language(tag)} aria-keyshortcuts=${this.keys ? i + 1 : ''} @click=${() => this.#speaks(tag)}>
          ${this.keys ? html`<kbd>${i + 1}</kbd> ` : null}<bdi lang=${tag}>${ownName(tag)}</bdi>
        </button>`,
      )}
    </div>`;
  }

  #language() {
    const { contact, state } = this;
    const all = [...new Set([...contact.language.likely.map((one) => one.tag), ...state.languages])];
    return html`<form @submit=${(event) => this.#chosen(event, 'language', this.#speaks)}>
      <label>Language
        <select name="language">
          ${all.map((tag) => html`<option value=${tag} ?selected=${tag === contact.language.tag}>${ownName(tag)} (${language(tag)})</option>`)}
        </select>
      </label>
      <button class="small">Set language</button>
    </form>`;
  }

  #risk() {
    const { level } = this.contact.risk;
    return html`<form @submit=${(event) => this.#chosen(event, 'level', this.#isAt)}>
      <label>Risk
        <select name="level">
          ${Object.entries(RISK).map(([value, words]) => html`<option value=${value} ?selected=${value === level}>${words}</option>`)}
        </select>
      </label>
      <button class="small">Confirm or change</button>
    </form>`;
  }

  #speaks = (tag) => this.#do(() => this.desk.setLanguage(this.contact.id, tag));
  #isAt = (level) => this.#do(() => this.desk.setRisk(this.contact.id, level));

  #chosen(event, name, act) {
    event.preventDefault();
    act(new FormData(event.target).get(name));
  }

  /** A digit alone says the language, but never while she types. */
  #key = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.('input, textarea, select, dialog')) return;
    const one = this.#open ? this.#likely[Number(event.key) - 1] : undefined;
    if (one) this.#speaks(one.tag);
  };

  async #do(act) {
    this.problem = null;
    try {
      await act();
    } catch (problem) {
      this.problem = problem.message;
    }
  }
}

customElements.define('hl-understood', Understood);

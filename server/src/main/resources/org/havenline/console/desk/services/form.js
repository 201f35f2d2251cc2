import { html } from 'lit';
import { language } from '../text/labels.js';
import { DeskElement } from '../views/element.js';
import { CONDITION, EXPLOITATION, GENDER, NEED } from './labels.js';
import './children.js';
import { around, avoided } from './places.js';
import { spoken, suggested } from './search.js';

/** What is looked for and for whom: every field may stay empty. */
class ServiceForm extends DeskElement {
  static properties = { ...DeskElement.properties, form: { attribute: false }, choices: { attribute: false }, hints: { state: true } };

  #typing = 0;

  render() {
    const { form, choices } = this;
    return html`<form class="search" autocomplete="off" @submit=${(event) => event.preventDefault()}>
      <label class="wide">What is needed
        <input name="text" list="service-hints" dir="auto" maxlength="300" spellcheck="false" placeholder="in any language" .value=${form.text} @input=${this.#typed} />
      </label>
      <datalist id="service-hints">${(this.hints ?? []).map((one) => html`<option value=${one.text}></option>`)}</datalist>
      ${this.#kinds()}
      <div class="fields">
        <label>For
          <select name="gender" @change=${(event) => this.#set({ gender: event.target.value })}>
            ${Object.entries(GENDER).map(([value, words]) => html`<option value=${value} ?selected=${value === form.gender}>${words}</option>`)}
          </select>
        </label>
        <label>Age
          <input name="age" type="number" min="0" max="120" inputmode="numeric" .value=${form.age} @input=${(event) => event.target.validity.valid && this.#set({ age: event.target.value })} />
        </label>
        ${this.#tick('open', 'Open now')}
        ${this.#language()}
      </div>
      <div class="fields">
        ${around(form.near, choices, (near) => this.#set({ near }))}
        <hl-children .list=${form.children} @change-children=${(event) => this.#set({ children: event.detail })}></hl-children>
      </div>
      <details>
        <summary>More about her and the place</summary>
        ${avoided(form.avoid, choices, (avoid) => this.#set({ avoid }))}
        ${this.#several('needs', 'The place must be able to receive', NEED)}
        ${this.#several('cannotMeet', 'She cannot, or does not want to', CONDITION)}
        ${this.#several('exploitation', 'Form of exploitation', EXPLOITATION)}
        <div class="fields">${this.#tick('trans', 'She is trans')} ${this.#tick('unvetted', 'Also what nobody has vetted yet')}</div>
      </details>
      <p class="soft">What is ticked here is not stored. An offer keeps the kinds of service.</p>
    </form>`;
  }

  /** Those her words point at first, ticked ones marked; all others in a list. */
  #kinds() {
    const { form, choices, contact } = this;
    const hinted = suggested(choices, contact);
    const shown = [...hinted, ...choices.kinds.filter((kind) => form.kinds.includes(kind.code) && !hinted.includes(kind))];
    return html`<div class="fields chips" role="group" aria-label="Kinds of service">
      ${shown.map(
        (kind) => html`<button type="button" class="small" aria-pressed=${form.kinds.includes(kind.code)} @click=${() => this.#toggle('kinds', kind.code)}>${kind.label}</button>`,
      )}
      <select aria-label="Add a kind of service" @change=${this.#added}>
        <option value="">${shown.length ? 'Another kind…' : 'Kind of service…'}</option>
        ${choices.kinds.filter((kind) => !shown.includes(kind)).map((kind) => html`<option value=${kind.code}>${kind.label}</option>`)}
      </select>
      ${hinted.length && !form.kinds.length && !form.text.trim() ? html`<span class="soft">suggested by her words; all are searched until you choose</span>` : null}
    </div>`;
  }

  #language() {
    const tag = spoken(this.contact);
    return tag ? this.#tick('speaks', `In ${language(tag)}`) : null;
  }

  #tick(name, words) {
    return html`<label class="choice"><input type="checkbox" .checked=${this.form[name]} @change=${(event) => this.#set({ [name]: event.target.checked })} /> ${words}</label>`;
  }

  #several(name, legend, all) {
    return html`<fieldset class="several">
      <legend>${legend}</legend>
      ${Object.entries(all).map(
        ([value, words]) => html`<label class="choice"><input type="checkbox" .checked=${this.form[name].includes(value)} @change=${() => this.#toggle(name, value)} /> ${words}</label>`,
      )}
    </fieldset>`;
  }

  #toggle(name, value) {
    const all = this.form[name];
    this.#set({ [name]: all.includes(value) ? all.filter((one) => one !== value) : [...all, value] });
  }

  #added = ({ target }) => {
    const kind = target.value;
    target.value = '';
    if (kind) this.#toggle('kinds', kind);
  };

  #typed = ({ target }) => {
    this.#set({ text: target.value });
    clearTimeout(this.#typing);
    this.#typing = setTimeout(async () => {
      this.hints = target.value.trim() ? await this.desk.suggestServices(target.value).catch(() => []) : [];
    }, 150);
  };

  #set(change) {
    this.dispatchEvent(new CustomEvent('change-form', { detail: change }));
  }
}

customElements.define('hl-service-form', ServiceForm);

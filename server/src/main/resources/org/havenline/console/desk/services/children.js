import { html } from 'lit';
import { DeskElement } from '../views/element.js';

const CHILD = { woman: 'girl', man: 'boy', 'non-binary': 'child' };

/** Who comes along: a boy of fourteen closes many doors, so each is asked for with age. */
class Children extends DeskElement {
  static properties = { ...DeskElement.properties, list: { attribute: false } };

  render() {
    return html`<div class="fields" role="group" aria-label="Children who come along">
      ${this.list.map(
        ({ gender, age }, i) => html`<button type="button" class="small" aria-label="Remove ${CHILD[gender]}, ${age}" @click=${() => this.#set(this.list.filter((_, at) => at !== i))}>${CHILD[gender]}, ${age} ✕</button>`,
      )}
      <select aria-label="Child" class="child">
        ${Object.entries(CHILD).map(([value, words]) => html`<option value=${value}>${words}</option>`)}
      </select>
      <input aria-label="Age of the child" class="years" type="number" min="0" max="17" inputmode="numeric" placeholder="age" @keydown=${(event) => event.key === 'Enter' && this.#add()} />
      <button type="button" class="small" @click=${this.#add}>Add a child</button>
    </div>`;
  }

  #add = () => {
    const years = this.renderRoot.querySelector('.years');
    if (years.value === '' || !years.validity.valid) return years.focus();
    this.#set([...this.list, { gender: this.renderRoot.querySelector('.child').value, age: Number(years.value) }]);
    years.value = '';
  };

  #set(list) {
    this.dispatchEvent(new CustomEvent('change-children', { detail: list }));
  }
}

customElements.define('hl-children', Children);

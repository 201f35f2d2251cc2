import { html } from 'lit';
import { DeskElement } from '../views/element.js';

const PAGE = 50;

/** A list that may be very long: folded, and when it is opened shown a page at a time. */
class Fold extends DeskElement {
  static properties = { heading: {}, items: { attribute: false }, row: { attribute: false }, note: {}, opened: { type: Boolean }, shown: { state: true } };

  constructor() {
    super();
    this.items = [];
    this.shown = PAGE;
  }

  willUpdate(changed) {
    if (changed.has('items')) this.shown = PAGE;
  }

  render() {
    const { items, shown } = this;
    return html`<details class="fold" ?open=${this.opened} @toggle=${(event) => (this.opened = event.target.open)}>
      <summary>${this.heading}</summary>
      ${this.opened
        ? html`${this.note ? html`<p class="soft">${this.note}</p>` : null}
            <ul>
              ${items.slice(0, shown).map((item) => html`<li tabindex="-1">${this.row(item)}</li>`)}
            </ul>
            ${shown < items.length
              ? html`<p class="line"><span class="soft">${shown.toLocaleString('en')} of ${items.length.toLocaleString('en')}</span>
                  <button class="small" @click=${this.#more}>Show ${Math.min(PAGE, items.length - shown)} more</button></p>`
              : null}`
        : null}
    </details>`;
  }

  /** The first of the new ones is read next. */
  #more = async () => {
    const first = this.shown;
    this.shown += PAGE;
    await this.updateComplete;
    this.renderRoot.querySelectorAll('li')[first]?.focus();
  };
}

customElements.define('hl-fold', Fold);

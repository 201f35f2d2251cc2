import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../conversation/supervision.js';
import { talks } from '../state/select.js';
import { Ticker, waited } from '../text/clock.js';
import { language } from '../text/labels.js';
import { DeskElement } from './element.js';

/** For supervisors: who talks with whom by telephone, the longest first. No word of it. */
class Talks extends DeskElement {
  static properties = { ...DeskElement.properties, shown: { state: true } };
  #ticker = new Ticker(this, 5000);
  shown = new Set();

  render() {
    const list = talks(this.state);
    if (list.length === 0) return null;
    return html`<section class="panel" aria-labelledby="talks-title">
      <h2 id="talks-title">Talks now <span class="count">${list.length}</span></h2>
      <ul class="list talks">
        ${repeat(list, (c) => c.id, (c) => this.#row(c))}
      </ul>
    </section>`;
  }

  #row(contact) {
    const { desk, state } = this;
    return html`<li>
      <details @toggle=${(event) => this.#shows(contact.id, event.target.open)}>
        <summary>
          <span class="line"><bdi class="person">${contact.person}</bdi> <span class="wait">for ${waited(contact.arrivedAt, state.offset)}</span></span>
          <span class="line soft"><span>${language(contact.language.tag)} · with <bdi>${state.responders[contact.owner]?.name ?? contact.owner}</bdi></span> <span class="more">Come in…</span></span>
        </summary>
        ${this.shown.has(contact.id) ? html`<hl-supervision .desk=${desk} .state=${state} .contact=${contact}></hl-supervision>` : null}
      </details>
    </li>`;
  }

  #shows(id, open) {
    this.shown = new Set(open ? [...this.shown, id] : [...this.shown].filter((one) => one !== id));
  }
}

customElements.define('hl-talks', Talks);

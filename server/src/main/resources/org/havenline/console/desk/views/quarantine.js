import { html } from 'lit';
import { time } from '../text/clock.js';
import { DeskElement } from './element.js';

/** Input that came with a good signature and could not be understood: a person must look. */
class Quarantine extends DeskElement {
  render() {
    const { quarantined } = this.state;
    if (quarantined.length === 0) return null;
    return html`<section class="panel" aria-labelledby="quarantine-title">
      <h2 id="quarantine-title">Could not be read <span class="count">${quarantined.length}</span></h2>
      <ul class="list">
        ${quarantined.map(
          (item) => html`<li class="line">
            <span><time datetime=${item.at}>${time(item.at)}</time> ${item.reason}</span>
            <button class="small" @click=${() => this.desk.resolve(item.id)}>Dealt with</button>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('hl-quarantine', Quarantine);

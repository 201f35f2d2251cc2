import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { time } from '../text/clock.js';
import { CALL_BACK, language } from '../text/labels.js';
import { promised } from '../state/select.js';
import { DeskElement } from './element.js';
import { risk } from './risk.js';

/** Promises to come back to a person, the first due in front. Her telephone rings only once somebody is there for her. */
class Promises extends DeskElement {
  render() {
    const list = promised(this.state);
    if (list.length === 0) return null;
    return html`<section class="panel" aria-labelledby="promises-title">
      <h2 id="promises-title">To come back to <span class="count">${list.length}</span></h2>
      <ol class="list">
        ${repeat(list, (c) => c.id, (c) => this.#row(c))}
      </ol>
    </section>`;
  }

  #row(contact) {
    return html`<li>
      <div class="line">
        <bdi class="person">${contact.person}</bdi>
        <span class="wait">by <time datetime=${contact.callBackDue}>${time(contact.callBackDue)}</time></span>
      </div>
      <div class="line">
        ${risk(contact.risk.level)}
        <span class="soft">${language(contact.language.tag)}</span>
        <span class="tag">${contact.state === 'connected' ? 'Somebody is with her' : 'Open'}</span>
        ${contact.callBack ? html`<span class="soft">${CALL_BACK[contact.callBack.state]}</span>` : null}
      </div>
    </li>`;
  }
}

customElements.define('hl-promises', Promises);

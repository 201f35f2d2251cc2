import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Ticker, waited } from '../text/clock.js';
import { language } from '../text/labels.js';
import { interpreted, mine, unansweredSince, unread } from '../state/select.js';
import { DeskElement } from './element.js';
import { risk } from './risk.js';

/** Her own conversations, the longest unanswered first. */
class OwnList extends DeskElement {
  #ticker = new Ticker(this, 5000);

  render() {
    const list = mine(this.state);
    return html`<section class="panel" aria-labelledby="own-title">
      <h2 id="own-title">Your conversations <span class="count">${list.length}</span></h2>
      ${list.length === 0
        ? html`<p class="soft empty">None yet.</p>`
        : html`<ul class="list own">
            ${repeat(list, (c) => c.id, (c) => this.#row(c))}
          </ul>`}
      ${interpreted(this.state).map(
        (c) => html`<p class="line">You interpret for <bdi>${c.person}</bdi> (${language(c.language.tag)})${c.owner ? html`, with ${this.state.responders[c.owner]?.name ?? c.owner}` : null}</p>`,
      )}
    </section>`;
  }

  #row(contact) {
    const { state } = this;
    const since = unansweredSince(state, contact);
    const fresh = unread(state, contact.id);
    const draft = (state.drafts[contact.id] ?? '').trim() !== '';
    return html`<li>
      <button class="row" aria-current=${state.open === contact.id} @click=${() => this.desk.open(contact.id)}>
        <span class="line">
          <bdi class="person">${contact.person}</bdi>
          ${fresh ? html`<span class="fresh">${fresh} new</span>` : null}
          <span class="wait">${since ? `unanswered ${waited(since, state.offset)}` : 'answered'}</span>
        </span>
        <span class="line">
          ${risk(contact.risk.level)}
          <span class="soft">${draft ? 'Draft · ' : ''}${language(contact.language.tag)}</span>
        </span>
      </button>
    </li>`;
  }
}

customElements.define('hl-own-list', OwnList);

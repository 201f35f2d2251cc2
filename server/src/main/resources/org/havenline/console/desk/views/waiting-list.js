import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Ticker, waited } from '../text/clock.js';
import { CHANNEL, STEP, language } from '../text/labels.js';
import { waiting } from '../state/select.js';
import { DeskElement } from './element.js';
import { risk } from './risk.js';
import './understood.js';

/** Everybody who waits, in the order in which they will be offered. */
class WaitingList extends DeskElement {
  #ticker = new Ticker(this, 5000);

  render() {
    const list = waiting(this.state);
    return html`<section class="panel" aria-labelledby="waiting-title">
      <h2 id="waiting-title">Waiting <span class="count">${list.length}</span></h2>
      ${list.length === 0
        ? html`<p class="soft empty">Nobody is waiting.</p>`
        : html`<ol class="list waiting">
            ${repeat(list, (c) => c.id, (c) => this.#row(c))}
          </ol>`}
    </section>`;
  }

  #row(contact) {
    return html`<li>
      <div class="line">
        <bdi class="person">${contact.person}</bdi>
        <span class="wait">${waited(contact.arrivedAt, this.state.offset)}</span>
      </div>
      <div class="line">
        ${risk(contact.risk.level)}
        <span class="soft">${language(contact.language.tag)} · ${CHANNEL[contact.channel]}</span>
        ${contact.escalation ? html`<span class="tag">Escalated${contact.escalation > 1 ? ` ${contact.escalation} times` : ''}</span>` : null}
      </div>
      ${contact.lastStep ? html`<p class="soft">${STEP[contact.lastStep] ?? contact.lastStep}${contact.partner ? html`: ${contact.partner.name}` : null}</p>` : null}
      ${this.state.me.roles.includes('supervisor')
        ? html`<hl-understood .desk=${this.desk} .state=${this.state} .contact=${contact}></hl-understood>`
        : null}
    </li>`;
  }
}

customElements.define('hl-waiting-list', WaitingList);

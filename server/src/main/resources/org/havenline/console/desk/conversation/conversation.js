import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { time } from '../text/clock.js';
import { CHANNEL, language } from '../text/labels.js';
import { DeskElement } from '../views/element.js';
import { risk } from '../views/risk.js';
import '../services/panel.js';
import '../views/others.js';
import '../views/understood.js';
import './call.js';
import './close-dialog.js';
import './composer.js';
import './message-list.js';

/** The conversation that is open: who it is, what was said, what to say. */
class Conversation extends DeskElement {
  render() {
    const { desk, state } = this;
    const contact = state.contacts[state.open];
    if (!contact) return html`<div class="quiet"><p>${state.me.presence === 'available' ? 'You are on duty. An offer rings and appears on the left.' : 'Go on duty to be asked.'}</p></div>`;
    // keyed: each conversation has its own elements, so no draft, scroll or dialog crosses over
    return keyed(
      contact.id,
      html`<section class="conversation" aria-label="Conversation with ${contact.person}">
        <header class="about">
          <button class="back" @click=${() => desk.open(null)}>Back</button>
          <div class="names">
            <h2><bdi>${contact.person}</bdi></h2>
            <p class="soft">
              ${language(contact.language.tag)}${contact.language.certainty === 'provisional' || contact.language.certainty === 'unknown' ? ' (not certain)' : ''} · ${CHANNEL[contact.channel]} · since
              ${time(contact.arrivedAt)}${contact.seenBefore ? ' · has written before' : ''}
            </p>
          </div>
          ${risk(contact.risk.level)}
          <button aria-pressed=${state.services} @click=${() => desk.showServices(!state.services)}>Services</button>
          <hl-close-dialog .desk=${desk} .contact=${contact}></hl-close-dialog>
        </header>
        <hl-call .desk=${desk} .state=${state} .contact=${contact}></hl-call>
        ${contact.risk.indicators.length
          ? html`<ul class="signs" aria-label="Signs found in the words">
              ${contact.risk.indicators.map((i) => html`<li>${i.label}${i.meaning ? `: ${i.meaning}` : ''}</li>`)}
            </ul>`
          : null}
        <hl-understood keys .desk=${desk} .state=${state} .contact=${contact}></hl-understood>
        <hl-others .contact=${contact}></hl-others>
        <div class="talk" ?data-services=${state.services}>
          <div class="words">
            <hl-message-list .desk=${desk} .state=${state} .contact=${contact}></hl-message-list>
            <hl-composer .desk=${desk} .state=${state} .contact=${contact}></hl-composer>
          </div>
          ${state.services ? html`<hl-services .desk=${desk} .state=${state} .contact=${contact}></hl-services>` : null}
        </div>
      </section>`,
    );
  }
}

customElements.define('hl-conversation', Conversation);

import { html } from 'lit';
import { Ticker, left, waited } from '../text/clock.js';
import { CHANNEL, DECLINE, language } from '../text/labels.js';
import { DeskElement } from './element.js';
import { risk } from './risk.js';

/** One contact, offered: what it is, why to you, how long. Takes no focus: somebody may be typing. */
class Offer extends DeskElement {
  static properties = { ...DeskElement.properties, asking: { state: true }, busy: { state: true }, problem: { state: true } };
  #ticker = new Ticker(this, 1000);

  render() {
    const { contact, state } = this;
    const seconds = left(contact.offer.expiresAt, state.offset);
    return html`<section class="offer" aria-label="Offer: ${contact.person}">
      <div class="line">
        <h2>Take <bdi>${contact.person}</bdi>?</h2>
        <span class="countdown" ?data-late=${seconds <= 10}>${seconds > 0 ? `${seconds} s` : 'Time is up'}</span>
      </div>
      <p>${risk(contact.risk.level)}</p>
      <p>${language(contact.language.tag)} · ${CHANNEL[contact.channel]} · waits ${waited(contact.arrivedAt, state.offset)}</p>
      ${contact.risk.indicators.length ? html`<p class="signs">${contact.risk.indicators.map((i) => i.label).join(' · ')}</p>` : null}
      <h3>Why you</h3>
      <ul class="why">${contact.offer.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>
      <p class="problem" role="alert">${this.problem ?? ''}</p>
      ${this.asking ? this.#reasons() : this.#buttons()}
    </section>`;
  }

  #buttons() {
    return html`<div class="actions">
      <button class="primary accept" ?disabled=${this.busy} aria-keyshortcuts="Control+K Meta+K" @click=${() => this.#do(() => this.desk.accept(this.contact))}>
        Accept
      </button>
      <button ?disabled=${this.busy} @click=${() => (this.asking = true)}>Decline…</button>
    </div>`;
  }

  #reasons() {
    return html`<fieldset class="reasons">
      <legend>Why not? It goes to another at once.</legend>
      ${Object.entries(DECLINE).map(
        ([reason, words]) => html`<button ?disabled=${this.busy} @click=${() => this.#do(() => this.desk.decline(this.contact, reason))}>${words}</button>`,
      )}
      <button @click=${() => (this.asking = false)}>Back</button>
    </fieldset>`;
  }

  /** The offer leaves the screen by the frame that follows, not by the answer: the log is the truth. */
  async #do(act) {
    this.busy = true;
    this.problem = null;
    try {
      await act();
    } catch (problem) {
      this.problem = problem.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('hl-offer', Offer);

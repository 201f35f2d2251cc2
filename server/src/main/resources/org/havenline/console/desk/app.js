import { html } from 'lit';
import { Desk } from './desk.js';
import './directory/page.js';
import './recordings/page.js';
import './softphone/view.js';
import * as select from './state/select.js';
import { taken } from './text/labels.js';
import { DeskElement } from './views/element.js';
import './views/bar.js';
import './views/banners.js';
import './conversation/conversation.js';
import './views/follow-ups.js';
import './views/offer.js';
import './views/own-list.js';
import './views/promises.js';
import './views/quarantine.js';
import './views/sign-in.js';
import './views/talks.js';
import './views/waiting-list.js';

/** The whole console: decides which screen is shown, nothing else. */
class App extends DeskElement {
  desk = new Desk();

  connectedCallback() {
    super.connectedCallback();
    this.desk.store.addEventListener('change', () => this.requestUpdate());
    this.desk.alerts.addEventListener('change', () => this.requestUpdate());
    this.desk.announce = (text, urgent) => {
      this.renderRoot.querySelector(urgent ? '#spoken-now' : '#spoken').textContent = text;
    };
    this.desk.resume();
    addEventListener('keydown', (event) => this.#key(event));
  }

  render() {
    const { desk } = this;
    const { state } = desk;
    return html`${this.#screen(desk, state)}
      <div id="spoken" class="unseen" role="status"></div>
      <div id="spoken-now" class="unseen" role="alert"></div>`;
  }

  #screen(desk, state) {
    if (state.phase === 'starting') return html`<main class="quiet"><p>One moment…</p></main>`;
    if (state.phase === 'signed-out') return html`<hl-softphone .desk=${desk}></hl-softphone><hl-sign-in .desk=${desk}></hl-sign-in>`;
    const supervisor = state.me.roles.includes('supervisor');
    const answers = select.answers(state);
    const recordings = select.keepsDirectory(state) && state.recordings;
    const directory = !recordings && select.keepsDirectory(state) && (state.directory || !answers);
    return html`
      <header>
        <hl-bar .desk=${desk} .state=${state}></hl-bar>
        <hl-banners .desk=${desk} .state=${state}></hl-banners>
        <hl-softphone .desk=${desk}></hl-softphone>
      </header>
      <main class="desk" ?data-open=${state.open !== null || directory || recordings} ?data-alone=${!answers}>
        ${answers ? this.#side(desk, state, supervisor) : null}
        ${this.#stage(desk, state, directory, recordings)}
      </main>
    `;
  }

  #stage(desk, state, directory, recordings) {
    if (recordings) return html`<hl-recordings class="stage" .desk=${desk} .state=${state}></hl-recordings>`;
    return directory ? html`<hl-directory class="stage" .desk=${desk} .state=${state}></hl-directory>` : html`<hl-conversation class="stage" .desk=${desk} .state=${state}></hl-conversation>`;
  }

  #side(desk, state, supervisor) {
    return html`<div class="side">
      ${select.offers(state).map((contact) => html`<hl-offer .desk=${desk} .state=${state} .contact=${contact}></hl-offer>`)}
      ${state.taken ? html`<p class="soft taken"><bdi>${taken(state.taken.person)}</bdi></p>` : null}
      <hl-own-list .desk=${desk} .state=${state}></hl-own-list>
      <hl-waiting-list .desk=${desk} .state=${state}></hl-waiting-list>
      <hl-promises .state=${state}></hl-promises>
      <hl-follow-ups .desk=${desk} .state=${state}></hl-follow-ups>
      ${supervisor ? html`<hl-talks .desk=${desk} .state=${state}></hl-talks>` : null}
      ${supervisor ? html`<hl-quarantine .desk=${desk} .state=${state}></hl-quarantine>` : null}
    </div>`;
  }

  /** Ctrl or Cmd + K goes to the offer: never Alt, with which people write ą, ś, @. */
  #key(event) {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const accept = this.renderRoot.querySelector('hl-offer .accept');
    if (!accept) return;
    event.preventDefault();
    accept.focus();
  }
}

customElements.define('hl-app', App);

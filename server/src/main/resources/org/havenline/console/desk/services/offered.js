import { html } from 'lit';
import { day, time } from '../text/clock.js';
import { DeskElement } from '../views/element.js';
import './agreement.js';
import './outcome.js';
import './safe-time.js';
import { MAIL, OUTCOME, TOLD, WAY } from './labels.js';

/** What was offered to her and what followed: nothing leaves for a service before she has agreed to it. */
class Offered extends DeskElement {
  static properties = { ...DeskElement.properties, known: { state: true }, problem: { state: true }, shown: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.desk.addEventListener('referred', this.#read);
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.desk.removeEventListener('referred', this.#read);
  }

  render() {
    const all = (this.known?.referrals ?? []).filter((one) => one.options.length);
    return html`${this.known ? html`<hl-safe-time .desk=${this.desk} .contact=${this.contact} .known=${this.known}></hl-safe-time>` : null}
      ${all.length ? html`<h4>Offered to her</h4>` : null}
      ${all.map((one) => this.#referral(one))}
      <p class="problem" role="alert">${this.problem ?? ''}</p>`;
  }

  #referral(one) {
    const agreed = one.consent?.inForce;
    return html`<section class="service referral" aria-label="Offered at ${time(one.madeAt)}">
      <ul>${one.options.map((option) => this.#option(one, option))}</ul>
      ${agreed ? this.#consent(one) : null}
      ${one.consent?.revokedAt ? html`<p>She took her consent back at ${time(one.consent.revokedAt)}: nothing leaves any more.</p>` : null}
      ${one.sent.length ? html`<ul class="facts">${one.sent.map((sent) => html`<li>${WAY[sent.way]} ${time(sent.at)}</li>`)}${one.mail ? html`<li>E-mail ${MAIL[one.mail]}</li>` : null}</ul>` : null}
      ${this.shown?.id === one.id ? this.#told(this.shown) : null}
      ${one.outcome ? html`<p class="outcome">${OUTCOME[one.outcome.outcome]}${one.outcome.reason ? html`: <bdi>${one.outcome.reason}</bdi>` : null} (${one.outcome.by === 'service' ? 'said by the service' : one.outcome.by}, ${time(one.outcome.at)})</p>` : null}
      ${agreed ? null : html`<hl-agreement .referral=${one} @agreed=${(event) => this.#act(one, '/consent', event.detail)}></hl-agreement>`}
      <hl-outcome .followUp=${one.followUp} @noted=${(event) => this.#act(one, '/outcome', event.detail)}></hl-outcome>
    </section>`;
  }

  #option(one, option) {
    return html`<li>
      <span class="line"><b><bdi>${option.name}</bdi></b>
        <button class="small" @click=${() => this.#text(one, option)}>Text it to her</button></span>
      <span class="soft"><bdi>${option.organization}</bdi>${option.place ? html` · <bdi>${option.place}</bdi>` : null}${option.phone ? html` · <bdi>${option.phone}</bdi>` : null}</span>
    </li>`;
  }

  #consent(one) {
    const option = one.options.find((each) => each.service === one.consent.service);
    const fields = one.consent.fields.map((field) => TOLD[field].toLowerCase()).join(', ');
    return html`<p>She agreed until ${day(one.consent.until)} that <bdi>${option?.name ?? one.consent.service}</bdi> is told ${fields ? `her ${fields}` : 'nothing but that somebody needs help'}.</p>
      <div class="fields">
        <button class="small" @click=${() => this.#send(one, 'phone')}>Ring the service</button>
        <button class="small" @click=${() => this.#send(one, 'link')}>Make a link</button>
        ${option?.method.by === 'email' ? html`<button class="small" @click=${() => this.#send(one, 'email')}>E-mail it</button>` : null}
        <button class="small" @click=${() => this.#act(one, '/consent', undefined, 'DELETE')}>She takes it back</button>
      </div>`;
  }

  /** What may be said, or the link, which is shown this once. */
  #told({ say, to, link, until, mail }) {
    if (link) return html`<p class="secret">Only for the service, until ${day(until)}. It is not shown again: <input readonly aria-label="Link for the service" .value=${link} @focus=${(event) => event.target.select()} /></p>`;
    if (mail) return html`<p>The e-mail waits to be sent.</p>`;
    return html`<p>Ring <bdi>${to.method.to || to.phone || to.name}</bdi> and say no more than this:</p>
      <ul>${Object.entries(say).map(([field, value]) => html`<li>${TOLD[field]}: <bdi>${value}</bdi></li>`)}</ul>`;
  }

  #text(one, option) {
    return this.#act(one, '/send', { service: option.service, by: 'text', key: crypto.randomUUID().replaceAll('-', '') });
  }

  async #send(one, by) {
    const answer = await this.#act(one, '/send', { service: one.consent.service, by });
    if (answer) this.shown = { id: one.id, ...answer };
  }

  async #act(one, what, asked, method = 'POST') {
    this.problem = null;
    this.shown = null;
    try {
      const answer = await this.desk.refer(this.contact.id, `/${one.id}${what}`, asked, method);
      return answer;
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  #read = async () => {
    try {
      this.known = await this.desk.referrals(this.contact.id);
    } catch (problem) {
      this.problem = problem.message;
    }
  };
}

customElements.define('hl-offered', Offered);

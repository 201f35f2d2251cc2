import { html } from 'lit';
import { Ticker, left } from '../text/clock.js';
import { DeskElement } from './element.js';

/** What is wrong now and must not be overlooked. */
class Banners extends DeskElement {
  #ticker = new Ticker(this, 1000);

  render() {
    const { me, link } = this.state;
    const silent = me.presence === 'available' && !this.desk.alerts.audible;
    const dropped = me.presence === 'away' && this.state.wanted;
    return html`
      ${dropped
        ? html`<div class="banner danger" role="alert">
            <p><strong>You are off duty.</strong> The line was cut too long, or an offer went by. What you had may be with others now.</p>
            <button @click=${() => this.desk.duty(true)}>Go on duty again</button>
          </div>`
        : null}
      ${silent
        ? html`<div class="banner danger" role="alert">
            <p><strong>You cannot hear an offer.</strong> The browser keeps this page silent, until you touch it.</p>
            <button @click=${() => this.desk.duty(true)}>Turn the sound on</button>
          </div>`
        : null}
      ${link.state === 'waiting'
        ? html`<div class="banner warn">
            <p><strong>Not connected.</strong> What you see may be old. Trying again ${this.#soon(link)}. What you write is kept and sent then.</p>
            <button @click=${() => this.desk.link.check()}>Try now</button>
          </div>`
        : null}
    `;
  }

  #soon(link) {
    const seconds = left(new Date(link.retryAt).toISOString(), 0);
    return seconds > 0 ? `in ${seconds} s` : 'now';
  }
}

customElements.define('hl-banners', Banners);

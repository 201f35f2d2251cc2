import { html } from 'lit';
import { time } from '../text/clock.js';
import { DeskElement } from './element.js';

/** Who else is in a contact: the interpreter, the partner line she was told of, a promise made to her. */
class Others extends DeskElement {
  render() {
    const { interpreter, partner, callBackDue } = this.contact;
    if (!interpreter && !partner && !callBackDue) return null;
    return html`<ul class="signs" aria-label="Others in this contact">
      ${interpreter ? html`<li>Interpreter: ${interpreter.name}${interpreter.number ? html` <bdi>${interpreter.number}</bdi>` : null}</li>` : null}
      ${partner ? html`<li>Partner line: ${partner.name} <bdi>${partner.phone}</bdi></li>` : null}
      ${callBackDue ? html`<li>Somebody comes back to her by <time datetime=${callBackDue}>${time(callBackDue)}</time></li>` : null}
    </ul>`;
  }
}

customElements.define('hl-others', Others);

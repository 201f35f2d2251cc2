import { html } from 'lit';
import { time } from '../text/clock.js';
import { CALL_BACK } from '../text/labels.js';
import { DeskElement } from '../views/element.js';

/** One who has hung up: how a call that she was promised stands, and calling her. The server says when that is not safe. */
class CallBack extends DeskElement {
  static properties = { ...DeskElement.properties, problem: { state: true }, asked: { state: true } };

  render() {
    const { left, callBack } = this.contact;
    const pending = callBack?.state === 'promised' || callBack?.state === 'again';
    if (!left && !callBack) return null;
    return html`<div class="stopped">
      ${left ? html`<p><strong>She has hung up.</strong> Follow it up as the rules for safe contact say.</p>` : null}
      ${callBack ? html`<p>${CALL_BACK[callBack.state]}${callBack.againAt ? html` (not before <time datetime=${callBack.againAt}>${time(callBack.againAt)}</time>)` : null}</p>` : null}
      ${left && !pending
        ? html`<p><button class="small" ?disabled=${this.asked} @click=${this.#call}>Call her back</button> <span class="soft">${this.state.me.softphone ? 'This browser' : 'Your telephone'} rings first, then hers.</span></p>
            <p class="problem" role="alert">${this.problem ?? ''}</p>`
        : null}
    </div>`;
  }

  #call = async () => {
    this.problem = null;
    this.asked = true;
    try {
      await this.desk.callBack(this.contact.id);
    } catch (problem) {
      this.problem = problem.detail ? `${problem.message}. ${problem.detail}` : problem.message;
    }
    this.asked = false;
  };
}

customElements.define('hl-call-back', CallBack);

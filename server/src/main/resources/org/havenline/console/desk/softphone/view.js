import { html } from 'lit';
import { DeskElement } from '../views/element.js';

/** Whether calls ring in this browser, and the call that does: answered and ended here. */
class SoftphoneView extends DeskElement {
  #changed = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    this.desk.softphone.addEventListener('change', this.#changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.desk.softphone.removeEventListener('change', this.#changed);
  }

  render() {
    const { softphone } = this.desk;
    if (softphone.state === 'off') return null;
    return html`<section class="softphone" aria-label="Softphone" data-state=${softphone.state}>
      ${this.#part(softphone)}
      <p class="problem" role="alert">${softphone.problem ?? ''}</p>
    </section>`;
  }

  #part(softphone) {
    switch (softphone.state) {
      case 'none':
        return html`<p role="status"><strong>${softphone.why.title}.</strong> ${softphone.why.detail}</p>`;
      case 'ready':
        return html`<p class="soft" role="status">Calls ring in this browser.</p>`;
      case 'waiting':
        return html`<p role="alert"><strong>A call is waiting.</strong></p>
          <button class="primary" @click=${() => softphone.answer()}>Answer</button>
          <button @click=${() => softphone.hangUp()}>Hang up</button>`;
      case 'talking':
        return html`<p role="status">You are on the telephone. Were you asked to press 1 and nothing followed?</p>
          <button class="small" @click=${() => softphone.press()}>Press 1 again</button>
          <button @click=${() => softphone.hangUp()}>Hang up</button>`;
      default:
        return html`<p class="soft" role="status">The softphone is starting. Calls do not ring here yet.</p>`;
    }
  }
}

customElements.define('hl-softphone', SoftphoneView);

import { html } from 'lit';
import { DeskElement } from '../views/element.js';

/** Recording by telephone: a number is named, and a code is told that opens the studio for it. */
class ByPhone extends DeskElement {
  static properties = { ...DeskElement.properties, told: { state: true }, problem: { state: true }, busy: { state: true } };

  render() {
    const { told } = this;
    return html`<section class="sheet" aria-labelledby="by-phone-title">
      <h3 id="by-phone-title">Record by telephone</h3>
      <form class="bring" @submit=${this.#ask}>
        <p>Name the telephone you will call from. Only a call from it is asked for the code; every other call is a caller’s and is never recorded.</p>
        <label for="by-phone-number">Telephone</label>
        <input id="by-phone-number" type="tel" autocomplete="off" aria-describedby="by-phone-hint" />
        <p id="by-phone-hint" class="soft">With its country: +1 202 555 0123. It must show its number when it calls.</p>
        <div class="actions"><button aria-disabled=${this.busy ?? false}>Get a code</button></div>
      </form>
      <p class="problem" role="alert">${this.problem ?? ''}</p>
      <div role="status">
        ${told ? html`<p>Call <bdi>${told.numbers.join(' or ')}</bdi> within ${told.minutes} minutes and enter <strong>${told.code}</strong>. Then enter the number of a sentence, as it stands above, and the hash key. The code is shown only now and works once.</p>` : null}
      </div>
    </section>`;
  }

  #ask = async (event) => {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    this.told = null;
    const phone = this.renderRoot.querySelector('#by-phone-number').value.replace(/[\s().-]/g, '');
    try {
      if (!/^\+[1-9]\d{6,14}$/.test(phone)) throw new Error('Write the number with + and its country, as in +1 202 555 0123.');
      this.told = await this.desk.recordByPhone(phone);
    } catch (problem) {
      this.problem = problem.detail ? `${problem.message}. ${problem.detail}` : problem.message;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('hl-by-phone', ByPhone);

import { html } from 'lit';
import { DeskElement } from '../views/element.js';

/** The directory as a file, to be kept or handed on. */
class Export extends DeskElement {
  static properties = { ...DeskElement.properties, problem: { state: true }, busy: { state: true } };

  render() {
    return html`<section class="sheet" aria-labelledby="export-title">
      <h3 id="export-title">Take the directory out</h3>
      <p>One file, HSDS 3.1, without the addresses of confidential places. That you took it is noted.</p>
      <p class="problem" role="alert">${this.problem ?? ''}</p>
      <div class="actions"><button aria-disabled=${this.busy ?? false} @click=${this.#save}>${this.busy ? 'One moment…' : 'Save as a file'}</button></div>
    </section>`;
  }

  #save = async () => {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      const address = URL.createObjectURL(await this.desk.exported());
      const link = document.createElement('a');
      link.href = address;
      link.download = 'directory.json';
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch (problem) {
      this.problem = problem.detail ? `${problem.message}. ${problem.detail}` : `${problem.message}.`;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('hl-export', Export);

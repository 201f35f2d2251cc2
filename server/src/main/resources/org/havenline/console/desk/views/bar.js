import { html } from 'lit';
import * as select from '../state/select.js';
import { language } from '../text/labels.js';
import { DeskElement } from './element.js';

const LINK = { connecting: 'Connecting…', open: 'Connected', waiting: 'Not connected' };

/** Who works here, on duty or not, and how the line to the server stands. */
class Bar extends DeskElement {
  static properties = { ...DeskElement.properties, problem: { state: true } };

  render() {
    const { me, link } = this.state;
    const answers = select.answers(this.state);
    const on = me.presence === 'available';
    return html`<div class="bar">
      <h1 class="brand">Havenline</h1>
      <span class="link" data-state=${link.state}>${LINK[link.state]}</span>
      <span class="who"><bdi>${me.name}</bdi> <span class="soft languages">${me.languages.map(language).join(', ')}</span></span>
      <span class="problem" role="alert">${this.problem ?? ''}</span>
      ${answers && select.keepsDirectory(this.state)
        ? html`<button aria-pressed=${this.state.directory} @click=${() => this.desk.showDirectory(!this.state.directory)}>Directory</button>`
        : null}
      ${select.keepsDirectory(this.state)
        ? html`<button aria-pressed=${this.state.recordings} @click=${() => this.desk.showRecordings(!this.state.recordings)}>Recordings</button>`
        : null}
      ${answers
        ? html`<span class="duty" data-on=${on}>${on ? 'On duty' : 'Off duty'}</span>
            <button class=${on ? '' : 'primary'} @click=${() => this.#duty(!on)}>${on ? 'Go off duty' : 'Go on duty'}</button>`
        : null}
      <button @click=${() => this.desk.signOut()}>Sign out</button>
    </div>`;
  }

  async #duty(on) {
    this.problem = null;
    try {
      await this.desk.duty(on);
    } catch (problem) {
      this.problem = problem.message;
    }
  }
}

customElements.define('hl-bar', Bar);

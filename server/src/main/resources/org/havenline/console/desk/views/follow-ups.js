import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../services/outcome.js';
import { day } from '../text/clock.js';
import { DeskElement } from './element.js';

/** Whom to ask how a referral went, the earliest first; those whose day has come stand out. */
class FollowUps extends DeskElement {
  static properties = { ...DeskElement.properties, problem: { state: true } };

  render() {
    const list = this.state.followUps;
    if (list.length === 0) return null;
    return html`<section class="panel" aria-labelledby="follow-ups-title">
      <h2 id="follow-ups-title">How did it go? <span class="count">${list.length}</span></h2>
      <ol class="list follow-ups">
        ${repeat(list, (one) => one.referral.id, (one) => this.#row(one))}
      </ol>
      <p class="problem" role="alert">${this.problem ?? ''}</p>
    </section>`;
  }

  #row({ contact, person, referral, at, due, safeNow }) {
    const asked = referral.followUp?.with === 'person' ? 'her' : 'the service';
    const option = referral.options.find((one) => one.service === referral.consent?.service) ?? referral.options[0];
    return html`<li>
      <details>
        <summary class="line"><bdi class="person">${person}</bdi>
          <span class="wait" ?data-due=${due}>${due ? 'today' : day(at)}</span></summary>
        <p class="soft">Ask ${asked}${safeNow ? '' : ', but not now: she may not be written to'}. <bdi>${option?.name ?? ''}</bdi></p>
        <hl-outcome .followUp=${referral.followUp} @noted=${(event) => this.#noted(contact, referral, event.detail)}></hl-outcome>
      </details>
    </li>`;
  }

  async #noted(contact, referral, asked) {
    try {
      this.problem = null;
      await this.desk.refer(contact, `/${referral.id}/outcome`, asked);
    } catch (problem) {
      this.problem = problem.message;
    }
  }
}

customElements.define('hl-follow-ups', FollowUps);

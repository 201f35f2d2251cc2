import { html } from 'lit';
import { DISPOSITION } from '../text/labels.js';
import { DeskElement } from '../views/element.js';

/** Ends a conversation and says how it ended. */
class CloseDialog extends DeskElement {
  static properties = { ...DeskElement.properties, problem: { state: true } };

  render() {
    return html`<button @click=${() => this.#dialog.showModal()}>Close…</button>
      <dialog aria-labelledby="close-title">
        <form @submit=${this.#submit}>
          <h2 id="close-title">Close the conversation with <bdi>${this.contact.person}</bdi></h2>
          <fieldset>
            <legend>How did it end?</legend>
            ${Object.entries(DISPOSITION).map(
              ([value, words]) => html`<label class="choice"><input type="radio" name="disposition" value=${value} required /> ${words}</label>`,
            )}
          </fieldset>
          <label for="close-note">Note for colleagues (no names, no numbers)</label>
          <textarea id="close-note" name="note" dir="auto" rows="3" maxlength="2000" spellcheck="false" autocomplete="off"></textarea>
          <p class="problem" role="alert">${this.problem ?? ''}</p>
          <div class="actions">
            <button class="primary">Close it</button>
            <button type="button" @click=${() => this.#dialog.close()}>Go back</button>
          </div>
        </form>
      </dialog>`;
  }

  get #dialog() {
    return this.renderRoot.querySelector('dialog');
  }

  #submit = async (event) => {
    event.preventDefault();
    const { disposition, note } = Object.fromEntries(new FormData(event.target));
    try {
      await this.desk.close(this.contact.id, disposition, note);
      this.#dialog.close();
    } catch (problem) {
      this.problem = problem.message;
    }
  };
}

customElements.define('hl-close-dialog', CloseDialog);

import { html } from 'lit';
import { DeskElement } from './element.js';

/** Name and password. */
class SignIn extends DeskElement {
  static properties = { ...DeskElement.properties, problem: { state: true }, busy: { state: true } };

  firstUpdated() {
    this.renderRoot.querySelector('#username').focus();
  }

  render() {
    return html`<main class="sign-in">
      <form @submit=${this.#submit} aria-labelledby="sign-in-title">
        <h1 id="sign-in-title">Havenline</h1>
        <p class="soft">For responders and supervisors.</p>
        <label for="username">Name</label>
        <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required />
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" maxlength="256" required
          aria-describedby="sign-in-problem" />
        <p id="sign-in-problem" class="problem" role="alert">${this.problem ?? ''}</p>
        <button class="primary" ?disabled=${this.busy}>${this.busy ? 'Signing in…' : 'Sign in'}</button>
      </form>
    </main>`;
  }

  async #submit(event) {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(event.target));
    this.busy = true;
    this.problem = null;
    try {
      await this.desk.signIn(username, password);
    } catch (problem) {
      this.problem = problem.retryAfter ? `${problem.message}. Try again in ${problem.retryAfter} s.` : `${problem.message}.`;
      this.renderRoot.querySelector('#password').focus();
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('hl-sign-in', SignIn);

import { html } from 'lit';
import { DeskElement } from '../views/element.js';

const MOST_BYTES = 4 * 1024 * 1024;

/** One sentence that callers hear: its words, what is heard for it, and a place for a file. */
class Sentence extends DeskElement {
  static properties = {
    ...DeskElement.properties,
    sentence: { attribute: false },
    language: { attribute: false },
    problem: { state: true },
    busy: { state: true },
  };

  render() {
    const { sentence, language } = this;
    const { recording } = sentence;
    return html`<p lang=${language} dir="auto">${sentence.text}</p>
      <p class="soft">${sentence.number}, ${sentence.name}, ${sentence.review}${recording ? html`; recorded by <bdi>${recording.by}</bdi>, ${recording.seconds.toFixed(1)} s` : ''}</p>
      ${sentence.fault ? html`<p class="caution">The file beside the texts is not played. ${sentence.fault}</p>` : null}
      <div class="actions">
        ${recording ? html`<button @click=${() => this.#play(recording.sound)} aria-label="Play: ${sentence.name}">Play</button>` : null}
        ${recording && recording.by !== '(files)' ? html`<button aria-disabled=${this.busy ?? false} @click=${this.#drop} aria-label="Remove: ${sentence.name}">Remove</button>` : null}
        <input type="file" accept=".wav,audio/wav" aria-label="Recording of ${sentence.name}" @change=${this.#bring} />
      </div>
      <p class="working" role="status">${this.busy ? 'One moment…' : ''}</p>
      <p class="problem" role="alert">${this.problem ?? ''}</p>`;
  }

  #play(sound) {
    new Audio(sound).play().catch(() => {
      this.problem = 'It cannot be played here.';
    });
  }

  #bring = ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    this.#work(async () => {
      if (file.size > MOST_BYTES) throw new Error(`“${file.name}” is larger than 4 MB. Save it with 16 bits and one channel.`);
      await this.desk.bringPrompt(this.sentence.print, await base64(file));
      target.value = '';
    });
  };

  #drop = () => this.#work(() => this.desk.dropPrompt(this.sentence.print));

  async #work(work) {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      await work();
      this.dispatchEvent(new Event('brought'));
    } catch (problem) {
      this.problem = problem.detail ? `${problem.message}. ${problem.detail}`.replace(/^Bad Request\. /, '') : problem.message;
    } finally {
      this.busy = false;
    }
  }
}

/** @param {File} file @returns {Promise<string>} */
async function base64(file) {
  const address = await new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(new Error(`“${file.name}” cannot be read any more. Choose it again.`));
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(',') + 1);
}

customElements.define('hl-sentence', Sentence);

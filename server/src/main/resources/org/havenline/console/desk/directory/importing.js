import { fits, read } from './files.js';

/**
 * One import from choosing files to its outcome. It outlives the page it is shown on: who takes a call meanwhile
 * finds it again. Only one step at a time, however often a button is pressed.
 *
 * @typedef {{service: string, name: string}} Named
 * @typedef {{kind: 'repaired'|'rejected', file: string, field: string, reason: string, count: number, rows: number[]}} Finding
 * @typedef {{files: {file: string, rows: number, taken: number, repaired: number, leftOut: number}[], added: Named[],
 *   changed: (Named & {fields: string[]})[], unchanged: number, missing: Named[], whole: boolean, findings: Finding[],
 *   shown: string, skipped?: string[]}} Report
 */
export class Importing extends EventTarget {
  /** @type {'choosing'|'looking'|'shown'|'doing'|'done'} */
  stage = 'choosing';
  /** @type {Report|null} */
  report = null;
  problem = '';
  #asked = null;
  #turn = 0;

  /** @param {(asked: any) => Promise<Report>} send */
  constructor(send) {
    super();
    this.send = send;
  }

  get busy() {
    return this.stage === 'looking' || this.stage === 'doing';
  }

  /** Says what the files would change. @param {Iterable<File>} files @param {string} source */
  async look(files, source) {
    if (this.busy) return;
    await this.#step('looking', 'choosing', async () => {
      if (!source.trim()) throw new Error('Say whose services these are.');
      if (source.includes('|')) throw new Error('Leave the sign | out of the name.');
      this.#asked = { source: source.trim(), files: await read(files) };
      fits(JSON.stringify(this.#asked));
      this.report = await this.send(this.#asked);
      return 'shown';
    });
  }

  /** Does what was shown, and nothing else. */
  async apply() {
    if (this.stage !== 'shown') return;
    await this.#step('doing', 'shown', async () => {
      this.report = await this.send({ ...this.#asked, apply: true, shown: this.report.shown });
      this.#asked = null;
      return 'done';
    });
  }

  /** Looks at the same files again: the directory has changed. */
  async lookAgain() {
    if (this.stage !== 'shown') return;
    await this.#step('looking', 'shown', async () => {
      this.report = await this.send(this.#asked);
      return 'shown';
    });
  }

  /** Back to the beginning; what is still under way is not shown any more. */
  restart() {
    this.#turn++;
    this.#asked = null;
    this.report = null;
    this.#enter('choosing', '');
  }

  async #step(stage, before, work) {
    const turn = ++this.#turn;
    this.#enter(stage, '');
    try {
      const next = await work();
      if (turn === this.#turn) this.#enter(next, '');
    } catch (problem) {
      if (turn === this.#turn) this.#enter(before, words(problem, stage));
    }
  }

  #enter(stage, problem) {
    this.stage = stage;
    this.problem = problem;
    this.dispatchEvent(new Event('change'));
  }
}

/** What is wrong and what to do. @param {any} problem @param {string} stage */
function words(problem, stage) {
  if (problem.status === 0)
    return stage === 'doing'
      ? 'The server cannot be reached: it is not known whether it was done. Look again; what was imported is then no change any more.'
      : 'The server cannot be reached. Nothing was changed. Try again.';
  if (problem.status === 408) return 'The files took too long to arrive. Nothing was changed. Import them in parts, or over a faster line.';
  return problem.detail ? `${problem.message}. ${problem.detail}`.replace(/^Bad Request\. /, '') : problem.message;
}

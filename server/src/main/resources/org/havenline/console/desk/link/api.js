/** An answer of the API that is not what was asked for (RFC 9457), or no answer: status 0. */
export class Problem extends Error {
  /** @param {number} status @param {string} title @param {number} retryAfter seconds, 0 if not said @param {string} detail what to do */
  constructor(status, title, retryAfter = 0, detail = '') {
    super(title);
    this.status = status;
    this.retryAfter = retryAfter;
    this.detail = detail;
  }

  /** Whether the same call may succeed later. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/**
 * One call of the staff API.
 *
 * @param {'GET'|'POST'|'PUT'|'DELETE'} method
 * @param {string} path below /api/v1
 * @param {any} [body]
 * @param {number} [patience] milliseconds
 * @returns {Promise<any>} what was answered; null when nothing
 * @throws {Problem}
 */
export async function call(method, path, body, patience) {
  const response = await asked(method, path, body, patience);
  return response.status === 204 ? null : response.json().catch(() => null);
}

/** A file of the staff API. @param {string} path @param {number} patience @returns {Promise<Blob>} @throws {Problem} */
export async function file(path, patience) {
  const response = await asked('GET', path, undefined, patience);
  return response.blob().catch(() => {
    throw unreachable();
  });
}

const unreachable = () => new Problem(0, 'The server cannot be reached');

async function asked(method, path, body, patience = 15_000) {
  let response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw unreachable();
  }
  if (response.ok) return response;
  const answer = await response.json().catch(() => null);
  throw new Problem(response.status, answer?.title ?? `The server answered ${response.status}`, Number(response.headers.get('retry-after') ?? 0), answer?.detail);
}

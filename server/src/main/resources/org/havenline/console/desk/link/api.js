/** An answer of the API that is not what was asked for (RFC 9457), or no answer: status 0. */
export class Problem extends Error {
  /** @param {number} status @param {string} title @param {number} retryAfter seconds, 0 if not said */
  constructor(status, title, retryAfter = 0) {
    super(title);
    this.status = status;
    this.retryAfter = retryAfter;
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
 * @returns {Promise<any>} what was answered; null when nothing
 * @throws {Problem}
 */
export async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
  } catch {
    throw new Problem(0, 'The server cannot be reached');
  }
  const answer = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new Problem(response.status, answer?.title ?? `The server answered ${response.status}`, Number(response.headers.get('retry-after') ?? 0));
}

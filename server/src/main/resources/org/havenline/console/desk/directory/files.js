/** What the API takes in one request. */
const MOST_BYTES = 12 * 1024 * 1024;

const READ = /\.(csv|json|jsonl|ndjson)$/i;
const PACKED = /\.(zip|gz|tgz|7z|tar)$/i;
const NAME = /^[^\u0000-\u001f|/\\]{1,100}$/;

/**
 * The files as the API takes them.
 *
 * @param {Iterable<File>} chosen
 * @returns {Promise<{name: string, text: string}[]>}
 * @throws {Error} what is wrong with which, and what to do
 */
export async function read(chosen) {
  const files = [...chosen];
  if (files.length === 0) throw new Error('Choose a file first.');
  const wrong = files.map(({ name, size }) => fault(name, size)).find((one) => one);
  if (wrong) throw new Error(wrong);
  if (files.length > 100) throw new Error(`These are ${files.length} files; 100 are taken at once. Import them in parts.`);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > MOST_BYTES) throw new Error(tooLarge(size));
  return Promise.all(files.map(async (file) => ({ name: file.name, text: await text(file) })));
}

/** What is wrong with a file by its name and size; nothing when it can be read. */
export function fault(name, size) {
  if (PACKED.test(name)) return `“${name}” is packed. Unpack it, then choose all files in it together.`;
  if (!READ.test(name)) return `“${name}” cannot be read here. Choose .json, .ndjson, .jsonl or .csv; a table of another program can be saved as CSV.`;
  if (!NAME.test(name)) return `The name of “${name}” is too long, or has a sign that is not taken. Rename it.`;
  return size === 0 ? `“${name}” is empty. Choose another one.` : null;
}

/** @param {string} body as it would be sent @throws {Error} when that is too much */
export function fits(body) {
  const { size } = new Blob([body]);
  if (size > MOST_BYTES) throw new Error(tooLarge(size));
}

const tooLarge = (size) =>
  `That is ${Math.ceil(size / 1024 / 1024)} MB; 12 MB are taken here. Import in parts, or ask whoever runs the server for havenline.jar import-services.`;

async function text(file) {
  try {
    return await file.text();
  } catch {
    throw new Error(`“${file.name}” cannot be read any more. Choose it again.`);
  }
}

/** Under which name a single file's services may be known. @param {string} name */
export const suggestedSource = (name) => name.replace(/\.[^.]*$/, '').slice(0, 60);

/** Rows for people: `3, 5–9`. @param {number[]} rows ascending or not */
export function ranges(rows) {
  const all = [...rows].sort((a, b) => a - b);
  const parts = [];
  for (let i = 0; i < all.length; i++) {
    const first = all[i];
    while (all[i + 1] === all[i] + 1) i++;
    parts.push(first === all[i] ? `${first}` : `${first}–${all[i]}`);
  }
  return parts.join(', ');
}

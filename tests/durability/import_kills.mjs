// SPDX-License-Identifier: Apache-2.0
// kill -9 of an import once it has read a random byte of its files; run again, it ends in the state of an import that
// nobody disturbed: the same files when everything is written out, byte for byte, and a history that holds.
//   node import_kills.mjs BINARY KILLS
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const [binary, kills] = [process.argv[2], Number(process.argv[3] ?? 200)];
const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'reference', 'fhir', 'smart-bulk-10-patients');
const folder = mkdtempSync(join(tmpdir(), 'alongside-import-kill-'));
const files = join(folder, 'files');
let seed = 20261124;
const chance = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;

/** Plain files, so that a byte read is a byte of theirs. */
function unpacked() {
  mkdirSync(files);
  let bytes = 0;
  for (const name of readdirSync(source).filter((one) => one.endsWith('.ndjson.gz'))) {
    const text = gunzipSync(readFileSync(join(source, name)));
    writeFileSync(join(files, name.slice(0, -3)), text);
    bytes += text.length;
  }
  return bytes;
}

const fresh = (name) => { const data = join(folder, name); mkdirSync(data, { mode: 0o700 }); return data; };
const words = (data) => ['import', files, '--data', data, '--json'];
const run = (...all) => execFileSync(binary, all, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** All that is kept, as one digest: every file of a whole export but the manifest, which says when. When a resource came in
    that says no time itself is another time in each import. */
const timeless = (name, text) => !name.endsWith('latest.ndjson') ? text : text.replace(/"lastUpdated":"[^"]*"/g, '');

function state(data) {
  const out = `${data}-out`;
  run('export', out, '--data', data, '--whole');
  const all = readdirSync(out, { recursive: true }).filter((name) => name.endsWith('.ndjson')).sort();
  const digest = createHash('sha256');
  for (const name of all) digest.update(name).update(timeless(name, readFileSync(join(out, name), 'utf8')));
  rmSync(out, { recursive: true });
  return digest.digest('hex');
}

/** Bytes that a process asked for; nothing once it is gone. */
function read(pid) {
  try {
    return Number(/rchar: (\d+)/.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))[1]);
  } catch {
    return undefined;
  }
}

/** Whether it was still at work when it was killed, and how far it had read. */
function killedAt(data, byte) {
  return new Promise((resolve) => {
    const child = spawn(binary, words(data), { stdio: 'ignore' });
    let ended = false;
    let at = 0;
    child.on('exit', (code, signal) => { ended = true; resolve({ killed: signal === 'SIGKILL', at }); });
    const look = () => {
      if (ended) return;
      const now = read(child.pid);
      if (now !== undefined) at = now;
      if (at >= byte) child.kill('SIGKILL');
      else setImmediate(look);
    };
    look();
  });
}

let passed = 0;
const faults = [];
const check = (holds, what) => { if (holds) passed += 1; else faults.push(what); };

try {
  const bytes = unpacked();
  const undisturbed = fresh('undisturbed');
  const whole = JSON.parse(run(...words(undisturbed)));
  const expected = state(undisturbed);
  check(whole.files.every((one) => one.created === one.lines), 'undisturbed, every line is new');
  let struck = 0;
  for (let round = 0; round < kills; round += 1) {
    const data = fresh('killed');
    const byte = chance(bytes);
    const { killed, at } = await killedAt(data, byte);
    if (killed) struck += 1;
    const again = JSON.parse(run(...words(data)));
    check(again.files.every((one) => one.created + one.unchanged + one.updated + one.stale + one.rejected + one.ignored
      === one.lines), `every line is accounted for after a kill at byte ${at}`);
    check(JSON.stringify(again.waiting) === JSON.stringify(whole.waiting), `and nothing more waits: ${at}`);
    check(state(data) === expected, `the state is the undisturbed one after a kill at byte ${at}`);
    run('history', 'verify', '--data', data);
    rmSync(data, { recursive: true });
  }
  check(struck > kills / 2, `most kills met the import at work: ${struck} of ${kills}`);
  console.log(`${struck} of ${kills} imports of ${bytes} bytes were killed at work`);
} catch (error) {
  faults.push(error.stack);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length === 0 ? 0 : 1);

// SPDX-License-Identifier: Apache-2.0
// kill -9 of the server at any moment under load: no acknowledged write is lost, none is half there,
// and a form sent again after the kill is carried out once.
//   node kill.mjs BINARY KILLS
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { served } from '../served.mjs';

const [binary, kills] = [process.argv[2], Number(process.argv[3] ?? 20)];
const source = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'alongside-kill-'));
const data = join(folder, 'data');
let seed = 20261122;
const chance = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;

const field = (html, name) => html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1];

async function signIn(base) {
  const page = await (await fetch(base + '/sign-in')).text();
  const login = page.match(/<code>(example-(?!dr-|administrator)[a-z]+)<\/code>/)[1];
  const answer = await fetch(base + '/sign-in', {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ login, password: 'example-clinic-only' }),
  });
  return answer.headers.get('set-cookie').split(';')[0];
}

async function get(base, cookie, path) {
  const answer = await fetch(base + path, { headers: { cookie } });
  return answer.text();
}

async function post(base, cookie, path, fields) {
  const answer = await fetch(base + path, { method: 'POST', redirect: 'manual', headers: { cookie }, body: new URLSearchParams(fields) });
  await answer.arrayBuffer();
  return answer.status;
}

/// Sends check-ins with a line of their own, four at a time, until the server is gone.
async function load(base, cookie, token, sent, acknowledged, round) {
  let number = 0;
  const one = async () => {
    for (;;) {
      const line = `line ${round}-${number++}`;
      const fields = { form_token: token, once: `kill-${line}`, line };
      sent.push({ line, fields });
      try {
        if ((await post(base, cookie, '/me/check-in', fields)) === 303) acknowledged.add(line);
        else return;
      } catch {
        return;
      }
    }
  };
  await Promise.all([one(), one(), one(), one()]);
}

/// Reads the data file while nobody serves it.
function kept() {
  const rows = execFileSync(binary.replace(/alongside$/, 'tests/alongside_kept'), [data], { maxBuffer: 1 << 28 }).toString();
  return rows.split('\n').filter(Boolean);
}

let failed = 0;
const acknowledged = new Set();
try {
  execFileSync(binary, ['example', '--data', data, '--from', join(source, 'examples')], { stdio: 'ignore' });
  for (let round = 0; round < kills; ++round) {
    const { server, base } = await served(binary, data);
    const cookie = await signIn(base);
    const token = field(await get(base, cookie, '/me/check-in'), 'form_token');
    const sent = [];
    const gone = new Promise((resolve) => server.on('exit', resolve));
    setTimeout(() => server.kill('SIGKILL'), 20 + chance(180));
    await load(base, cookie, token, sent, acknowledged, round);
    await gone;
    // What was not acknowledged is sent again: it must be there once, whether or not it was kept before.
    const again = await served(binary, data);
    for (const { line, fields } of sent.slice(-8))
      if ((await post(again.base, cookie, '/me/check-in', fields)) === 303) acknowledged.add(line);
    const stopped = new Promise((resolve) => again.server.on('exit', resolve));
    again.server.kill('SIGKILL');
    await stopped;
  }
  const lines = kept();
  const broken = lines.filter((line) => line.startsWith('broken'));
  const counts = new Map();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const lost = [...acknowledged].filter((line) => !counts.has(line));
  const doubled = [...counts].filter(([line, count]) => line.startsWith('line ') && count > 1);
  console.log(`${kills} kills under load, ${acknowledged.size} acknowledged writes, ${lost.length} lost, ${doubled.length} doubled, ${broken.length} half acts or broken histories`);
  for (const line of broken.slice(0, 5)) console.log(line);
  failed = lost.length + doubled.length + broken.length + (acknowledged.size === 0 ? 1 : 0);
} catch (error) {
  console.log(error);
  failed = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${failed === 0 ? 1 : 0} passed, ${failed === 0 ? 0 : 1} failed`);
process.exit(failed === 0 ? 0 : 1);

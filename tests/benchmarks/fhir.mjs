// SPDX-License-Identifier: Apache-2.0
// Import, search, create and export of FHIR on one machine, in one run.
//    node tests/benchmarks/fhir.mjs BINARY FOLDER      FOLDER holds .ndjson or .ndjson.gz files
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { served } from '../served.mjs';

const [binary, files] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'alongside-fhir-speed-'));
const data = join(folder, 'data');
mkdirSync(data, { mode: 0o700 });

/** Processor seconds and the largest memory of one command, and what it printed. */
function timed(...words) {
  const told = spawnSync('/usr/bin/time', ['-f', '%U %S %e %M', binary, ...words], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const [user, system, wall, kilobytes] = told.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { cpu: user + system, wall, megabytes: kilobytes / 1024, out: told.stdout };
}
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
function ask(base, key, path, { method = 'GET', body, headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(`${base}/fhir${path}`, { agent, method,
      headers: { Authorization: `Bearer ${key}`, ...(body ? { 'Content-Type': 'application/fhir+json' } : {}), ...headers } },
    (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }));
    });
    request.on('error', reject);
    request.end(body);
  });
}
function say(what, times) {
  times.sort((left, right) => left - right);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2);
  console.log(`${what.padEnd(44)} p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  (${times.length})`);
}
async function each(what, count, run) {
  const times = [];
  for (let i = 0; i < count; i += 1) {
    const begun = performance.now();
    await run(i);
    times.push(performance.now() - begun);
  }
  say(what, times);
}
const ok = (answer) => {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.body}`);
  return answer;
};

try {
  const first = timed('import', files, '--data', data, '--json');
  const count = JSON.parse(first.out).files.reduce((sum, file) => sum + file.lines, 0);
  const rate = (run) => `${Math.round(count / run.cpu)} resources/s of processor time, ${run.cpu.toFixed(1)} s, ${Math.round(run.megabytes)} MB`;
  console.log(`first import of ${count}: ${rate(first)}`);
  console.log(`the same again: ${rate(timed('import', files, '--data', data, '--json'))}`);
  const { server, base } = await served(binary, data);
  const key = execFileSync(binary, ['token', '--data', data, '--scope', 'system/*.cruds'], { encoding: 'utf8' }).trim();
  try {
    const people = JSON.parse(ok(await ask(base, key, '/Patient?_count=1000')).body).entry.map((one) => one.resource.id);
    const person = (i) => people[i % people.length];
    const status = () => readFileSync(`/proc/${server.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1] / 1024;
    console.log(`the server holds ${Math.round(status())} MB`);
    const search = (i) => ask(base, key, `/Observation?patient=${person(i)}&code=8302-2`).then(ok);
    await each('Observation?patient&code', 1000, search);
    await each('Observation?patient&code&_sort=-date', 1000, (i) => ask(base, key, `/Observation?patient=${person(i)}&code=8302-2&_sort=-date&_count=50`).then(ok));
    await each('Goal?patient', 1000, (i) => ask(base, key, `/Goal?patient=${person(i)}`).then(ok));
    await each('CarePlan?patient&_include=CarePlan:goal', 1000, (i) => ask(base, key, `/CarePlan?patient=${person(i)}&_include=CarePlan:goal`).then(ok));
    await each('Patient by id', 1000, (i) => ask(base, key, `/Patient/${person(i)}`).then(ok));
    await each('create, durable', 300, (i) => ask(base, key, '/Goal', { method: 'POST', body: JSON.stringify({
      resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'x' }, subject: { reference: `Patient/${person(i)}` } }) }).then(ok));
    const begun = performance.now();
    await Promise.all(Array.from({ length: 8 }, async (_, client) => {
      for (let i = 0; i < 500; i += 1) await search(client * 500 + i);
    }));
    console.log(`Observation?patient&code, 8 clients: ${Math.round(4000 / ((performance.now() - begun) / 1000))} requests/s`);
    const started = performance.now();
    const place = ok(await ask(base, key, '/$export', { headers: { Prefer: 'respond-async' } })).headers['content-location'].slice(`${base}/fhir`.length);
    for (;;) {
      const answer = ok(await ask(base, key, place));
      if (answer.status === 200) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    console.log(`$export: ${Math.round(count / ((performance.now() - started) / 1000))} resources/s`);
    console.log(`the server holds ${Math.round(status())} MB`);
  } finally {
    await new Promise((resolve) => {
      server.on('exit', resolve);
      server.kill('SIGTERM');
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

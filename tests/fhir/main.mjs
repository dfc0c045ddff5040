// SPDX-License-Identifier: Apache-2.0
// Programs of others against the real server: fhir-kit-client and fhirclient drive /fhir, fhirpath asks invariants of
// what goes out, and three validators (validators.mjs) hold the example clinic's whole story against R4.
//    node main.mjs BINARY
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Client } from 'fhir-kit-client';
import { served } from '../served.mjs';
import { letInByPeople } from './app.mjs';
import { fetched, launched } from './launch.mjs';
import { validators } from './validators.mjs';

const require = createRequire(import.meta.url);
const fhirclient = require('fhirclient');
const fhirpath = require('fhirpath');
const r4 = require('fhirpath/fhir-context/r4');
const source = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const binary = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'alongside-fhir-'));
let passed = 0;
const faults = [];

function check(holds, what) {
  if (holds) passed += 1;
  else faults.push(what);
}
async function refused(what, status, run) {
  try {
    await run();
    check(false, `${what}: nothing refused it`);
  } catch (error) {
    const answer = error.response ?? {};
    check(answer.status === status && answer.data?.resourceType === 'OperationOutcome',
      `${what}: ${answer.status} and ${JSON.stringify(answer.data)?.slice(0, 200)}`);
  }
}
const run = (...words) => execFileSync(binary, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const lines = (path) => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n').filter((line) => line.trim());
};
const stop = (server) => new Promise((resolve) => {
  server.on('exit', resolve);
  server.kill('SIGTERM');
});

/** The list of interactions that fhir-kit-client knows, one after the other. */
async function drivenByKit(base, key) {
  const client = new Client({ baseUrl: `${base}/fhir`, customHeaders: { Authorization: `Bearer ${key}` } });
  const says = await client.capabilityStatement();
  check(says.fhirVersion === '4.0.1' && says.rest[0].resource.length > 140, 'the statement is of R4');

  const person = await client.create({ resourceType: 'Patient', body: { resourceType: 'Patient',
    name: [{ family: 'Berg', given: ['Amina'] }], identifier: [{ system: 'urn:test', value: '1' }] } });
  check(person.id && person.meta.versionId === '1', 'create gives an id and a version');
  const again = await client.create({ resourceType: 'Patient', body: { resourceType: 'Patient' },
    options: { headers: { 'If-None-Exist': 'identifier=urn:test|1' } } });
  check(again.id === person.id, 'If-None-Exist finds the one that is there');
  check((await client.read({ resourceType: 'Patient', id: person.id })).name[0].family === 'Berg', 'read');

  const changed = await client.update({ resourceType: 'Patient', id: person.id, body: { ...person, gender: 'female' },
    options: { headers: { 'If-Match': 'W/"1"' } } });
  check(changed.meta.versionId === '2', 'update with If-Match');
  await refused('a stale If-Match', 412, () => client.update({ resourceType: 'Patient', id: person.id,
    body: { ...person, gender: 'male' }, options: { headers: { 'If-Match': 'W/"1"' } } }));
  check((await client.vread({ resourceType: 'Patient', id: person.id, version: '1' })).gender === undefined, 'vread');
  check((await client.history({ resourceType: 'Patient', id: person.id })).total === 2, 'history');

  const batch = { resourceType: 'Bundle', type: 'transaction', entry: [] };
  for (let i = 0; i < 25; i += 1)
    batch.entry.push({ fullUrl: `urn:uuid:00000000-0000-4000-8000-0000000000${10 + i}`,
      resource: { resourceType: 'Goal', lifecycleStatus: 'active', description: { text: `Aim ${i}` },
        subject: { reference: `Patient/${person.id}` } },
      request: { method: 'POST', url: 'Goal' } });
  batch.entry.push({ resource: { resourceType: 'CarePlan', status: 'active', intent: 'plan',
    subject: { reference: `Patient/${person.id}` },
    goal: [{ reference: 'urn:uuid:00000000-0000-4000-8000-000000000010' }] },
  request: { method: 'POST', url: 'CarePlan' } });
  const done = await client.transaction({ body: batch });
  check(done.type === 'transaction-response' && done.entry.every((one) => one.response.status.startsWith('201')),
    'a transaction with urn:uuid');
  const plan = done.entry[25].resource;
  check(/^Goal\//.test(plan.goal[0].reference), 'and its references are put right');

  let page = await client.search({ resourceType: 'Goal', searchParams: { patient: person.id, _count: 10, _sort: '_id' } });
  const ids = [];
  for (;;) {
    ids.push(...page.entry.map((one) => one.resource.id));
    const next = await client.nextPage({ bundle: page });
    if (!next) break;
    page = next;
  }
  check(page.total === 25 && new Set(ids).size === 25 && ids.length === 25, `pages hold each once: ${ids.length}`);
  const along = await client.search({ resourceType: 'CarePlan', searchParams: { patient: person.id, _include: 'CarePlan:goal' } });
  check(along.entry.map((one) => one.search.mode).join() === 'match,include', '_include');
  check((await client.resolve({ reference: plan.goal[0].reference, context: plan })).resourceType === 'Goal', 'resolve');
  const all = await client.operation({ name: '$everything', resourceType: 'Patient', id: person.id, method: 'GET' });
  check(all.entry.length === 27, `$everything holds ${all.entry.length}`);
  const answers = await client.batch({ body: { resourceType: 'Bundle', type: 'batch', entry: [
    { request: { method: 'GET', url: `Patient/${person.id}` } }, { request: { method: 'GET', url: 'Patient/none' } }] } });
  check(answers.entry.map((one) => one.response.status).join() === '200,404', 'batch');
  await refused('a resource with two faults', 422, () => client.create({ resourceType: 'Goal',
    body: { resourceType: 'Goal', lifecycleStatus: 'soon' } }));
  await client.delete({ resourceType: 'Goal', id: ids[0] });
  await refused('what was deleted', 410, () => client.read({ resourceType: 'Goal', id: ids[0] }));
  const smart = await client.smartAuthMetadata().catch(() => undefined);
  check(smart !== undefined, 'SMART discovery is answered');
  return person.id;
}

/** SMART's own library: flat lists, page after page, references followed. */
async function drivenBySmart(base, key, person) {
  const client = fhirclient({}, {}, {}).client({ serverUrl: `${base}/fhir`, tokenResponse: { access_token: key, patient: person } });
  const goals = await client.request(`Goal?patient=${person}&_count=5`, { flat: true, pageLimit: 0 });
  check(goals.length === 24, `every page, flat: ${goals.length}`);
  const plans = await client.request(`CarePlan?patient=${person}`, { flat: true, resolveReferences: ['subject'] });
  check(plans[0].subject?.resourceType === 'Patient', 'references are followed');
  check((await client.patient.read()).id === person, 'the person in context');
}

/** Bundles as Synthea made them. */
async function originals(base, key) {
  const client = new Client({ baseUrl: `${base}/fhir`, customHeaders: { Authorization: `Bearer ${key}` } });
  const place = join(source, 'tests/reference/fhir/synthea-bundles');
  for (const file of readdirSync(place).filter((name) => name.endsWith('.json.gz'))) {
    const bundle = JSON.parse(gunzipSync(readFileSync(join(place, file))));
    const done = await client.transaction({ body: bundle });
    check(done.entry.length === bundle.entry.length && done.entry.every((one) => /^20[01]/.test(one.response.status)),
      `${file} goes in as a transaction`);
    check(!JSON.stringify(done).includes('"reference":"urn:uuid'), `${file}: no reference is left to an entry`);
  }
}

/** Faults that each validator must find, so that their silence means something. */
function validatorsFindFaults() {
  const planted = { resourceType: 'Goal', id: 'x', lifecycleStatus: 'active', description: { text: 'x' },
    subject: { reference: 'Patient/1' }, mood: 'there is no such member' };
  for (const [name, validate] of Object.entries(validators))
    check(validate(planted).length > 0, `${name} finds a planted fault`);
}

/** Everything that was lived in the example clinic, out and held against R4. */
function wholeStory() {
  const data = join(folder, 'example');
  mkdirSync(data, { mode: 0o700 });
  run('example', '--data', data, '--from', join(source, 'examples'));
  const out = join(folder, 'out');
  run('export', out, '--data', data);
  const came = new Set();
  for (const part of ['clinic', 'synthea-r4'])
    for (const file of readdirSync(join(source, 'examples', part)).filter((name) => /\.ndjson/.test(name)))
      for (const line of lines(join(source, 'examples', part, file))) {
        const { resourceType, id } = JSON.parse(line);
        came.add(`${resourceType}/${id}`);
      }
  let own = 0;
  const known = [];
  const wrong = new Map();
  for (const file of readdirSync(out).filter((name) => name.endsWith('.ndjson')))
    for (const line of lines(join(out, file))) {
      const resource = JSON.parse(line);
      if (resource.resourceType === 'Patient' ||
        (resource.resourceType === 'CarePlan' && resource.status === 'active' && !came.has(`CarePlan/${resource.id}`)))
        known.push(resource);
      if (came.has(`${resource.resourceType}/${resource.id}`)) continue;
      own += 1;
      for (const [name, validate] of Object.entries(validators))
        for (const fault of validate(resource)) wrong.set(`${name} ${resource.resourceType} ${fault}`, resource.id);
      for (const [invariant, holds] of Object.entries(invariants[resource.resourceType] ?? {}))
        if (fhirpath.evaluate(resource, holds, {}, r4).some((one) => one === false))
          wrong.set(`${invariant} ${resource.resourceType}`, resource.id);
    }
  check(own > 5000, `the example clinic lived ${own} resources`);
  check(wrong.size === 0, `three validators find: ${[...wrong.keys()].slice(0, 10).join('\n  ')}`);
  console.log(`${own} resources of our own, three validators, ${wrong.size} faults`);
  return { data, known };
}

/** R4's words for what its own definitions call errors. */
const invariants = {
  Goal: { 'gol-1': "target.all((detail.exists() and measure.exists()) or detail.exists().not())" },
  Observation: {
    'obs-6': 'dataAbsentReason.empty() or value.empty()',
    'obs-7': 'value.empty() or component.code.where(coding.intersect(%resource.code.coding).exists()).empty()',
  },
  CarePlan: { 'cpl-3': 'activity.all(detail.empty() or reference.empty())' },
  QuestionnaireResponse: { 'qrs-1': 'item.all((answer.exists() and item.exists()).not())' },
};

try {
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const { server, base } = await served(binary, data);
  const key = run('token', '--data', data, '--scope', 'system/*.cruds').trim();
  try {
    const person = await drivenByKit(base, key);
    await drivenBySmart(base, key, person);
    await originals(base, key);
  } finally {
    await stop(server);
  }
  validatorsFindFaults();
  const example = wholeStory();
  await launched(binary, example.data,
    { admin: 'example-administrator', doctor: 'example-dr-schneider', password: 'example-clinic-only' },
    example.known, check);
  await fetched(binary, example.data, check);
  await letInByPeople(binary, example.data, { admin: ['example-administrator', 'example-clinic-only'],
    person: ['example-leonel', 'example-clinic-only'], professional: ['example-dr-schneider', 'example-clinic-only'] }, check);
} catch (error) {
  faults.push(error.stack);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length === 0 ? 0 : 1);

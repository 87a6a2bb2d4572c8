import { webcrypto as crypto } from "node:crypto";
import { readFileSync } from "node:fs";
import vm from "node:vm";

/* Runs scripts of the product as a page would, with the given things at hand. */
export function load(...names) {
  return loadWith({}, ...names);
}

export function loadWith(things, ...names) {
  const page = vm.createContext({
    console, crypto, performance, AbortSignal, setTimeout, clearTimeout, Date, Array, Object, JSON, Math, Uint8Array, ...things,
  });
  for (const name of names) {
    const file = new URL(`../../main/resources/static/js/${name}.js`, import.meta.url);
    vm.runInContext(readFileSync(file, "utf8"), page, { filename: name });
  }
  return page;
}

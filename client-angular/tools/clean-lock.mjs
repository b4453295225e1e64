// A fresh lock names optional platform binaries that a registry may not carry. npm leaves them out of the lock's
// packages but keeps naming them as optionalDependencies, and `npm ci` then refuses the lock as out of step.
// This removes the names without an entry, and every address, so that the lock fits any registry.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

function isLocked(from, name) {
    const folders = from.split('/node_modules/').map((_, i, parts) => parts.slice(0, i + 1).join('/node_modules/'));
    return ['', ...folders].some((at) => lock.packages[at ? `${at}/node_modules/${name}` : `node_modules/${name}`]);
}

let removed = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
    delete entry.resolved;
    delete entry.funding;
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
        if (isLocked(path, name)) continue;
        delete entry.optionalDependencies[name];
        removed++;
    }
    if (entry.optionalDependencies && Object.keys(entry.optionalDependencies).length === 0) {
        delete entry.optionalDependencies;
    }
}

writeFileSync(file, JSON.stringify(lock, null, 2) + '\n');
console.log(`package-lock.json: ${removed} optional packages without an entry removed`);

import { strength } from './account.js';
import { codeFile } from './codes.js';
import { localPremiere } from './premiere.js';
import { follow } from './sealing.js';
import { uploads } from './upload.js';

const drop = document.getElementById('drop');
if (drop) {
  drop.hidden = false;
  uploads(drop);
}

const premiere = document.getElementById('premiere');
if (premiere) localPremiere(premiere);

const sealing = document.querySelector('[data-sealing]');
if (sealing) follow(sealing);

const table = document.querySelector('[data-code-file]');
if (table) codeFile(table);

document.querySelectorAll('[data-strength]').forEach(strength);

// Builds what the browser gets, into target/web (served as /assets/). Three bundles: "staff" for the pages one works in,
// "call" for the door and the call, and "check" for the device check, which have to be small; "call-staff" is the part of
// the call that only staff load, "early" the script of the page before the door. With --test: bundles and runs
// src/test/web/**/*.test.ts.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const web = 'src/main/web';
const out = 'target/web';

/** The Lucide icons in /assets/icons.svg, used as <svg class="icon"><use href="/assets/icons.svg#mic"/></svg>. */
const icons = `arrow-left arrow-right calendar check chevron-down circle-alert circle-check clock copy door-open download ellipsis
  external-link eye eye-off globe hand hourglass info languages link lock log-out mail maximize message-square mic mic-off
  monitor-up monitor-x pencil phone phone-off picture-in-picture-2 plus refresh-cw search send settings signal-low
  switch-camera trash-2 triangle-alert user user-plus users video video-off volume-2 wifi wifi-off x`.split(/\s+/);

/** Those that the door and the call show: a guest on a phone pays for every byte. */
const callIcons = 'lock log-out mic mic-off phone-off settings users video video-off volume-2'.split(' ');

/** One file of <symbol>s; strokes follow the colour of the text around them. */
function sprite(icons) {
  const symbols = icons.map((name) => {
    const svg = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8');
    const shapes = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s+/g, ' ').trim();
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
  });
  return `<!-- Lucide icons, ISC licence, lucide.dev/license --><svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

/** The theme names many more values than a bundle reads; each costs everybody bytes. Values in quotes are left alone. */
function read(css) {
  const named = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((it) => it[1]));
  const kept = css.replace(/(--[\w-]+):[^;{}"']*(;|(?=}))/g, (all, name) => (named.has(name) ? all : ''));
  return kept === css ? css : read(kept);
}

async function bundles() {
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: {
      staff: `${web}/staff.ts`,
      call: `${web}/call.ts`,
      'call-staff': `${web}/call-staff.ts`,
      early: `${web}/early.ts`,
      check: `${web}/check.ts`,
      'staff-look': `${web}/css/staff-bundle.css`,
      'call-look': `${web}/css/call-bundle.css`,
      'check-look': `${web}/css/check-bundle.css`,
    },
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    external: ['/assets/*'],
    logLevel: 'warning',
  });
  for (const name of ['staff', 'call', 'check']) {
    writeFileSync(`${out}/${name}.css`, read(readFileSync(`${out}/${name}-look.css`, 'utf8')));
    rmSync(`${out}/${name}-look.css`);
  }
  writeFileSync(`${out}/icons.svg`, sprite(icons));
  writeFileSync(`${out}/call-icons.svg`, sprite(callIcons));
  copyFileSync(`${web}/icon.svg`, `${out}/icon.svg`);
  const content = createHash('sha256');
  const made = ['staff', 'call', 'call-staff', 'early', 'check'].map((it) => `${it}.js`);
  made.push('staff.css', 'call.css', 'check.css', 'icons.svg', 'call-icons.svg');
  for (const name of made) content.update(readFileSync(`${out}/${name}`));
  writeFileSync(`${out}/version.txt`, content.digest('hex').slice(0, 10));
}

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);
}

/** Node cannot read TypeScript before version 22, so the tests are bundled first, each with what it imports. */
async function tests() {
  const files = testFiles('src/test/web');
  rmSync('target/web-test', { recursive: true, force: true });
  const made = await build({
    entryPoints: files,
    outdir: 'target/web-test',
    outbase: 'src/test/web',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    outExtension: { '.js': '.mjs' },
    metafile: true,
    logLevel: 'warning',
  });
  const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...Object.keys(made.metafile.outputs)], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}

await (process.argv.includes('--test') ? tests() : bundles());

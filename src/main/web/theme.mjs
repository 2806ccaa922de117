// Remakes css/theme.css from designsystemet.config.json ("npm run theme"). Run by hand when the colours change: the
// design system's tool brings a hundred packages that nobody else needs, so it is fetched only then.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url).pathname;
const work = new URL('../../../target/theme', import.meta.url).pathname;
const tool = (...args) =>
  execFileSync('npx', ['--yes', '@digdir/designsystemet@1.15.0', ...args], { cwd: work, stdio: 'inherit' });

mkdirSync(work, { recursive: true });
copyFileSync(`${here}/designsystemet.config.json`, `${work}/designsystemet.config.json`);
tool('tokens', 'create', '--config', 'designsystemet.config.json');
tool('tokens', 'build', '-t', 'design-tokens', '-o', 'build');
writeFileSync(
  `${here}/css/theme.css`,
  readFileSync(`${work}/build/vardrum.css`, 'utf8').replace(
    '@charset "UTF-8";',
    '/* Made by "npm run theme" from designsystemet.config.json; do not edit. */'));

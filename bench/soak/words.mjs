// Every way the device check can fail, in every language, in a real browser; bin/test takes one language for each.
import { spawnSync } from 'node:child_process';

const maven = ['-B', '-o', '-Pbrowser', 'test', '-Dtest=CheckFailuresTests,CheckNetworkTests', '-Dvardrum.everything=true'];
const alone = ['-n', 'bash', '-c', 'ip link set lo up && exec "$@"', 'alone', 'mvn', ...maven]; // nothing but loopback
process.exit(spawnSync('unshare', alone, { stdio: 'inherit' }).status ?? 1);

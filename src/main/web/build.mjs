import { mkdirSync } from 'node:fs';
mkdirSync('target/web', { recursive: true });

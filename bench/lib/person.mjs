// Somebody with a browser's cookies who reads pages and sends their forms: what benches and soaks book visits with.
import http from 'node:http';

export class Person {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  #cookies = new Map();
  #csrf = '';

  constructor(url) {
    this.url = url;
  }

  /** Signs in as the demo person of this name; staff unless the name is a patient's. */
  static async as(url, name) {
    const person = new Person(url);
    const login = await person.get(`/login?q=${encodeURIComponent(name)}`);
    const form = login.body.split('<form').find((it) => it.includes('/login/demo') && text(it).includes(name));
    const id = /name="id" value="([^"]+)"/.exec(form ?? '') ?? /value="([0-9a-f-]{36})"/.exec(form ?? '');
    if (!id) throw new Error(`nobody called ${name} at ${url}/login`);
    return person.#signIn(id[1]);
  }

  /** Signs in as the demo person with this id. */
  static async by(url, id) {
    const person = new Person(url);
    await person.get('/login');
    return person.#signIn(id);
  }

  async #signIn(id) {
    const signedIn = await this.post('/login/demo', { id });
    if (signedIn.status >= 400) throw new Error(`${id} cannot sign in: ${signedIn.status}`);
    this.home = new URL(signedIn.headers.location, this.url).pathname;
    await this.get(this.home);
    return this;
  }

  async get(path) {
    const answer = await this.#send('GET', path);
    this.#csrf = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.#csrf;
    return answer;
  }

  /** Sends a form as pages do; redirects are told, not followed. */
  post(path, fields = {}) {
    return this.#send('POST', path, new URLSearchParams({ ...fields, _csrf: this.#csrf }).toString());
  }

  close() {
    this.#agent.destroy();
  }

  #send(method, path, form) {
    const headers = { accept: 'text/html' };
    if (this.#cookies.size > 0) headers.cookie = [...this.#cookies].map((it) => it.join('=')).join('; ');
    if (form !== undefined) {
      headers['content-type'] = 'application/x-www-form-urlencoded';
      headers['content-length'] = Buffer.byteLength(form);
    }
    return new Promise((done, failed) => {
      const request = http.request(new URL(path, this.url), { method, headers, agent: this.#agent }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', failed);
        answer.on('end', () => {
          for (const cookie of answer.headers['set-cookie'] ?? []) {
            const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
            if (value) this.#cookies.set(name, value);
            else this.#cookies.delete(name);
          }
          done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString() });
        });
      });
      request.on('error', failed);
      request.end(form);
    });
  }
}

/** What a piece of HTML says, tags left out. */
export function text(html) {
  return html.replace(/<[^>]*>/g, ' ').replace(/&#39;/g, "'").replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();
}

// A WebSocket as thin as can be, so that ten thousand of them weigh little on the machine that is measured.
import { createHash, randomBytes } from 'node:crypto';
import net from 'node:net';

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** Opens one as a browser would, and calls back with the text of each message, or null when it is closed. */
export function open(url, path, cookie, hear) {
  const { hostname, port } = new URL(url);
  const key = randomBytes(16).toString('base64');
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  return new Promise((done, failed) => {
    const socket = net.connect(Number(port), hostname);
    socket.setNoDelay(true);
    let heard = Buffer.alloc(0);
    let shaken = false;
    const say = (opcode, text) => socket.write(frame(opcode, Buffer.from(text)));
    socket.on('connect', () => {
      const headers = [
        `GET ${path} HTTP/1.1`,
        `Host: ${hostname}:${port}`,
        `Origin: ${url}`,
        `Cookie: ${cookie}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits',
        `Sec-WebSocket-Key: ${key}`,
      ];
      socket.write(`${headers.join('\r\n')}\r\n\r\n`);
    });
    socket.on('data', (data) => {
      heard = heard.length ? Buffer.concat([heard, data]) : data;
      if (!shaken) {
        const end = heard.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = heard.subarray(0, end).toString();
        if (!head.startsWith('HTTP/1.1 101') || !head.includes(accept)) return failed(new Error(`no WebSocket: ${head.split('\r\n')[0]}`));
        if (/sec-websocket-extensions/i.test(head)) return failed(new Error('this client cannot inflate'));
        shaken = true;
        heard = heard.subarray(end + 4);
        done({ say: (text) => say(TEXT, text), end: () => socket.destroy() });
      }
      for (let next; (next = take(heard)); heard = next.rest) {
        if (next.opcode === TEXT) hear(next.payload.toString());
        else if (next.opcode === PING) say(PONG, next.payload);
        else if (next.opcode === CLOSE) socket.end();
      }
    });
    socket.on('error', (error) => (shaken ? socket.destroy() : failed(error)));
    socket.on('close', () => hear(null));
  });
}

/** The first whole frame of what a server sent; messages of ours come in one frame. */
function take(bytes) {
  if (bytes.length < 2) return null;
  let length = bytes[1] & 0x7f;
  let at = 2;
  if (length === 126) {
    if (bytes.length < 4) return null;
    length = bytes.readUInt16BE(2);
    at = 4;
  } else if (length === 127) {
    if (bytes.length < 10) return null;
    length = Number(bytes.readBigUInt64BE(2));
    at = 10;
  }
  if (bytes.length < at + length) return null;
  return { opcode: bytes[0] & 0x0f, payload: bytes.subarray(at, at + length), rest: bytes.subarray(at + length) };
}

/** Masked, as a client has to; with nothing, since nobody is in between. Shorter than 126 bytes. */
function frame(opcode, payload) {
  return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

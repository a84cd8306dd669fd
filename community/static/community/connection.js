import { root } from "./page.js";

const SIGNED_OUT = [4401, 4403];
const PING_EVERY = 25_000;
const PONG_WITHIN = 8_000;
const CALM = 1_500; // ms before a lost connection is worth a word

/** Follows the network from `seq`; comes back by itself and goes on where it was. */
export class Connection {
  constructor(url, seq, handlers) {
    Object.assign(this, { url, seq, handlers, socket: null, tries: 0, ended: false, caughtUp: seq });
    addEventListener("online", () => this.open());
    addEventListener("offline", () => this.socket?.close());
    addEventListener("pageshow", () => this.open());
    document.addEventListener("visibilitychange", () => document.hidden || this.open());
    addEventListener("pagehide", () => this.socket?.close());
    setInterval(() => this.ping(), PING_EVERY);
    this.open();
  }

  get live() {
    return this.socket?.readyState === WebSocket.OPEN && this.greeted;
  }

  open() {
    if (this.ended || (this.socket && this.socket.readyState <= WebSocket.OPEN)) return;
    clearTimeout(this.retry);
    this.greeted = false;
    const socket = new WebSocket(`${this.url}?after=${this.seq}`);
    this.socket = socket;
    socket.addEventListener("message", ({ data }) => socket === this.socket && this.receive(JSON.parse(data)));
    socket.addEventListener("close", ({ code }) => socket === this.socket && this.closed(code));
  }

  closed(code) {
    this.socket = null;
    this.greeted = false;
    clearTimeout(this.pong);
    if (SIGNED_OUT.includes(code)) {
      this.ended = true;
      this.show("ended");
      return;
    }
    if (this.everLive) this.calm ??= setTimeout(() => this.show("away"), CALM);
    const wait = Math.min(30_000, 300 * 2 ** this.tries) * (0.7 + 0.6 * Math.random());
    this.tries += 1;
    this.retry = setTimeout(() => this.open(), wait);
  }

  show(state) {
    root.dataset.connection = state;
    for (const notice of root.querySelectorAll("[data-state]")) notice.hidden = notice.dataset.state !== state;
  }

  receive(frame) {
    clearTimeout(this.pong);
    if (frame.type === "hello") {
      clearTimeout(this.calm);
      Object.assign(this, { greeted: true, everLive: true, tries: 0, caughtUp: frame.seq, calm: undefined });
      this.show("live");
    }
    if (frame.type === "event") {
      if (frame.seq <= this.seq) return;
      this.seq = frame.seq;
    }
    this.handlers[frame.type]?.(frame);
  }

  send(content) {
    if (!this.live) return false;
    this.socket.send(JSON.stringify(content));
    return true;
  }

  ping() {
    if (!this.send({ type: "ping" })) return;
    this.pong = setTimeout(() => {
      const silent = this.socket;
      this.closed(1006);
      silent?.close();
    }, PONG_WITHIN);
  }
}

import { io } from "socket.io-client";
import type { Person, TestSocket } from "../testing/person.ts";

/** What lies below a socket: frames, and the connection itself. */
interface Wire {
  send(frame: string | Uint8Array): void;
  readonly _socket: { pause(): void; resume(): void };
}

/** A connection of its own as this person, on which any frame can be sent. */
export async function connect(person: Person): Promise<{ socket: TestSocket; wire: Wire }> {
  const socket: TestSocket = io(person.url, {
    transports: ["websocket"],
    extraHeaders: { origin: person.url, cookie: person.cookie },
    reconnection: false,
    forceNew: true,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  const { transport } = socket.io.engine;
  return { socket, wire: Reflect.get(transport, "ws") as Wire };
}

const dashes = "-".repeat(36);

/** Frames that have ended servers, and some that might. */
export const hostileFrames: readonly (string | Uint8Array)[] = [
  "",
  " ",
  "4",
  "40",
  "41",
  "42",
  "43",
  "44",
  "45",
  "46",
  "47",
  "49",
  "0",
  "1",
  "2",
  "2probe",
  "3",
  "5",
  "6",
  "7",
  "9",
  "x",
  "40/admin,",
  "40/__proto__,{}",
  "41/nowhere,",
  '42/nowhere,["join","x"]',
  "42[]",
  "42{}",
  "42null",
  "42[null]",
  "42[1,2,3]",
  "42[{}]",
  "42[[]]",
  '42"join"',
  '42["join"',
  '42["join"]',
  '42["join",]',
  '420["join","x"]',
  '42-1["join","x"]',
  '4299999999999999999999["join","x"]',
  '42["__proto__"]',
  '42["__proto__",{"polluted":true}]',
  '42["constructor","prototype"]',
  '42["toString"]',
  '42["hasOwnProperty","join"]',
  '42["error",{"message":"x"}]',
  '42["connect"]',
  '42["connect_error"]',
  '42["disconnect","x"]',
  '42["disconnecting"]',
  '42["newListener","join"]',
  '42["removeListener","join"]',
  '42["event",{"room":"x","seq":1}]',
  '42["left","x"]',
  "43[]",
  '430["x"]',
  '43__proto__["x"]',
  '44{"message":"x"}',
  "440",
  '45-["join",{"_placeholder":true,"num":0}]',
  '451-["join",{"_placeholder":true,"num":99}]',
  '451-["join",{"_placeholder":true,"num":"__proto__"}]',
  '45999999-["join"]',
  '4599999999999999999999-["join",{"_placeholder":true,"num":0}]',
  "461-0[]",
  `42["join","community:${dashes}"]`,
  `420["join","debate:${dashes}:${dashes}"]`,
  `420["join",${"[".repeat(6_000)}${"]".repeat(6_000)}]`,
  `42["typing","x",${JSON.stringify("y".repeat(10_000))}]`,
  `42["join",${JSON.stringify("z".repeat(17_000))}]`,
  "b4AAAA",
  new Uint8Array([0]),
  new Uint8Array([4, 2, 0xff, 0xfe]),
  new Uint8Array(17_000),
];

/** Values that no event expects. */
export const oddValues: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  true,
  "",
  "x".repeat(5_000),
  "__proto__",
  [],
  {},
  { toString: null },
  { _placeholder: true, num: 0 },
  new Uint8Array([1, 2, 3]),
  `community:${dashes}`,
  `account:${"0".repeat(8)}-0000-4000-8000-${"0".repeat(12)}`,
];

/** The slowest but five in a hundred. */
export function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

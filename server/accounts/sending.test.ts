import { afterAll, beforeAll, expect, it } from "vitest";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import {
  changeProfile,
  confirmEmail,
  readMe,
  requestPasswordReset,
  signUp,
} from "#shared/contract/accounts.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { dump, goodPassword, jobsDone, newcomer, tokenIn } from "./testing-people.ts";

interface Caught {
  readonly to: string;
  readonly raw: string;
}

const caught: Caught[] = [];
let refusals = 0;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    let raw = "";
    stream.on("data", (chunk: Buffer) => {
      raw += chunk.toString();
    });
    stream.on("end", () => {
      if (refusals > 0) {
        refusals -= 1;
        return done(
          Object.assign(new Error("busy, say secret@example.org"), { responseCode: 451 }),
        );
      }
      caught.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw });
      return done();
    });
  },
});

let server: TestServer;
beforeAll(async () => {
  smtp.listen(0, "127.0.0.1");
  await once(smtp.server, "listening");
  const { port } = smtp.server.address() as AddressInfo;
  server = await startTestServer({
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: "Moot <moot@example.org>",
      RATE_LIMITS: "on",
    },
  });
});
afterAll(async () => {
  await server.close();
  await new Promise<void>((resolve) => {
    smtp.close(resolve);
  });
});

const textOf = ({ raw }: Caught) =>
  raw
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const to = (address: string) => caught.filter((mail) => mail.to === address);

async function mailTo(address: string): Promise<Caught> {
  await expect.poll(() => to(address).length, { timeout: 30_000 }).toBeGreaterThan(0);
  const [mail] = to(address);
  if (!mail) throw new Error("no mail");
  return mail;
}

it("mails go out by SMTP, and their link works", async () => {
  const person = await newcomer(server, "sent@example.org");
  const mail = await mailTo("sent@example.org");
  expect(mail.raw).toMatch(/^From: Moot <moot@example\.org>/m);
  const token = tokenIn(textOf(mail));
  await person.call(confirmEmail, { body: { token } });
  expect((await person.call(readMe, {})).account?.isConfirmed).toBe(true);
});

it("what was sent is not kept, and a link's secret never was", async () => {
  const email = "forgotten@example.org";
  await newcomer(server, email);
  const token = tokenIn(textOf(await mailTo(email)));
  await jobsDone(server);
  const everything = await dump(server);
  expect(everything).toContain(email);
  expect(everything).not.toContain(token);
  expect(everything).not.toContain("Confirm your address");
  expect(server.logged.join("\n")).not.toMatch(/@example\.org/);
});

it("a mail that the server refuses is tried again, and the queue and the log name no address", async () => {
  refusals = 1;
  const email = "retried@example.org";
  await newcomer(server, email);
  await mailTo(email);
  const kept = await dump(server);
  expect(kept).not.toContain("secret@example.org");
  expect(server.logged.join("\n")).not.toContain("secret@example.org");
});

it("a name can neither add headers nor an address to a mail", async () => {
  const email = "names@example.org";
  await newcomer(server, email, "Ann www.evil.example https://evil.example");
  await server.visitor().call(requestPasswordReset, { body: { email } });
  await expect.poll(() => to(email).length, { timeout: 30_000 }).toBe(2);
  for (const mail of to(email)) expect(textOf(mail)).not.toMatch(/https?:\/\/evil|www\.evil/);
});

it("one address gets only so many mails in an hour, whoever asks", async () => {
  const email = "flooded@example.org";
  await newcomer(server, email);
  for (let i = 0; i < 12; i += 1) {
    await server.visitor().call(requestPasswordReset, { body: { email } });
  }
  await jobsDone(server);
  expect(to(email).length).toBeLessThanOrEqual(6);
});

it("signing up is answered while the mail server is away", async () => {
  const away = await startTestServer({ env: { SMTP_URL: "smtp://127.0.0.1:9" } });
  const began = performance.now();
  const body = { email: "calm@example.org", name: "Calm", password: goodPassword };
  await away.visitor().call(signUp, { body });
  expect(performance.now() - began).toBeLessThan(15_000);
  await away.close();
});

it("a name adds no header, line or link to a mail, as it goes over the wire", async () => {
  const email = "hostile@example.org";
  const person = await newcomer(server, email);
  await mailTo(email);
  const name = "=1+1 <img src=x onerror=h()> www.evil.example Bcc: all@evil.example";
  await person.call(changeProfile, { body: { name } });
  await server.visitor().call(requestPasswordReset, { body: { email } });
  await expect.poll(() => to(email).length, { timeout: 30_000 }).toBe(2);
  const [first, second] = to(email).map(({ raw }) => raw.slice(0, raw.indexOf("\r\n\r\n")));
  const headersIn = (head = "") =>
    head
      .replaceAll(/\r\n\s/g, " ")
      .split("\r\n")
      .map((line) => line.slice(0, line.indexOf(":")));
  expect(headersIn(second)).toEqual(headersIn(first));
  expect(headersIn(second)).not.toContain("Bcc");
  const [, mail] = to(email);
  const links = mail ? textOf(mail).match(/(?:https?:\/\/|www\.)\S+/g) : [];
  expect(links?.length).toBe(1);
  expect(textOf(mail ?? { to: "", raw: "" })).not.toContain("evil.example/");
  expect(second).toMatch(/^Content-Type: text\/plain/m);
});

import { z } from "zod";

/** One setting: what it means for a person, and what it must look like. */
interface Setting<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly about: string;
  /** Ends the sentence "PORT must be ...". */
  readonly must: string;
  readonly example: string;
  /** What holds when it is left out, where that is more than a plain value. */
  readonly otherwise?: string;
  /** Its value carries a password and is never shown in full. */
  readonly secret?: true;
}

const setting = <Schema extends z.ZodType>(of: Setting<Schema>): Setting<Schema> => of;

const urlOf = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)),
    );

const origin = urlOf("http", "https")
  .refine((text) => URL.canParse(text) && /^https?:\/\/[^/?#@]+\/?$/.test(text))
  .transform((text) => new URL(text).origin);

/** Whether nobody on the way can read along, or there is no way. */
const isPrivateLine = ({ protocol, hostname }: URL) =>
  protocol === "https:" || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);

const yesOrNo = z.enum(["true", "false"]).transform((text) => text === "true");

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

const proxies = z
  .string()
  .regex(/^(true|false|\d{1,2}|[0-9a-fA-F.:/]+(\s*,\s*[0-9a-fA-F.:/]+)*)$/)
  .transform((text) => {
    if (text === "true" || text === "false") return text === "true";
    return /^\d{1,2}$/.test(text) ? Number(text) : text;
  });

/** Every setting of the program, in the order in which people meet them. */
export const settings = {
  PORT: setting({
    schema: wholeNumber(0, 65_535).default(3000),
    about: "Port for the pages, the API and the sockets. 0 takes any free one.",
    must: "a whole number from 0 to 65535",
    example: "8080",
  }),
  HOST: setting({
    schema: z.string().min(1).default("127.0.0.1"),
    about: "Address to listen on. 0.0.0.0 lets other machines in: put a proxy with TLS before it.",
    must: "an address or a host name of this machine",
    example: "0.0.0.0",
  }),
  PUBLIC_URL: setting({
    schema: origin.optional(),
    about:
      "Address that people type. Links in mails and the check of where a request comes from use it.",
    must: "an http or https address without a path",
    example: "https://moot.example.org",
    otherwise: "localhost with PORT",
  }),
  DATA_FOLDER: setting({
    schema: z.string().min(1).default(".folkmoot"),
    about: "Folder of the embedded PostgreSQL; a relative path starts at the program's folder.",
    must: "the path of a folder that the program may write to",
    example: "/var/lib/folkmoot",
  }),
  DATABASE_URL: setting({
    schema: urlOf("postgres", "postgresql").optional(),
    about: "An existing PostgreSQL, version 14 or later, instead of the embedded one.",
    must: "an address that begins with postgres://",
    example: "postgres://folkmoot_app:secret@db.example.org:5432/folkmoot",
    otherwise: "the embedded PostgreSQL",
    secret: true,
  }),
  MIGRATION_DATABASE_URL: setting({
    schema: urlOf("postgres", "postgresql").optional(),
    about:
      "The same database as its owner, who may change tables. DATABASE_URL then needs no such right.",
    must: "an address that begins with postgres://",
    example: "postgres://folkmoot_owner:secret@db.example.org:5432/folkmoot",
    otherwise: "DATABASE_URL",
    secret: true,
  }),
  DATABASE_CONNECTIONS: setting({
    schema: wholeNumber(3, 500).default(20),
    about: "The most connections to PostgreSQL that one process opens for requests.",
    must: "a whole number from 3 to 500",
    example: "40",
  }),
  REDIS_URL: setting({
    schema: urlOf("redis", "rediss").optional(),
    about: "Redis, which joins the sockets and rate limits of several processes.",
    must: "an address that begins with redis:// or rediss://",
    example: "redis://redis.example.org:6379",
    otherwise: "one process keeps them itself",
    secret: true,
  }),
  ROLE: setting({
    schema: z.enum(["all", "web", "worker"]).default("all"),
    about:
      "What this process does: answer requests (web), do timed and heavy work (worker), or all.",
    must: "all, web or worker",
    example: "web",
  }),
  SMTP_URL: setting({
    schema: urlOf("smtp", "smtps").optional(),
    about: "Mail server that sends the program's mails.",
    must: "an address that begins with smtp:// or smtps://",
    example: "smtps://user:secret@mail.example.org:465",
    otherwise: "mails are shown on a page that only this machine can open",
    secret: true,
  }),
  MAIL_FROM: setting({
    schema: z
      .string()
      .regex(/^([^<>]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/)
      .default("Folkmoot <folkmoot@localhost>"),
    about: "Sender of the program's mails.",
    must: "a mail address, with a name or without",
    example: "Folkmoot <moot@example.org>",
  }),
  OPERATOR_EMAIL: setting({
    schema: z.email().optional(),
    about: "Mail address of the account that operates this installation.",
    must: "a mail address",
    example: "you@example.org",
    otherwise: "the first account",
  }),
  SECRET_KEY: setting({
    schema: z.string().min(32).optional(),
    about:
      "Seals what the database keeps for two-step sign-in, so that a copy of it opens no account, signs the cookies of visitors, and hashes the words that advice on spam is learned from. The same for all processes; losing it ends the apps that make codes, visits, and what that advice has learned.",
    must: "at least 32 characters",
    example: "a-long-random-text-that-nobody-guesses",
    otherwise:
      "a file in DATA_FOLDER; with DATABASE_URL nothing is sealed, and there are no visitors",
    secret: true,
  }),
  SIGNING_KEY: setting({
    schema: z.string().min(32).optional(),
    about:
      "Signs receipts of ballots, the lists of counted ones, and the public ledgers. The same for all processes; with another one, what was signed before is known by its old public key only.",
    must: "at least 32 characters",
    example: "another-long-random-text-that-nobody-guesses",
    otherwise:
      "a file in DATA_FOLDER; with DATABASE_URL it follows from SECRET_KEY, if that is set",
    secret: true,
  }),
  FORMER_SIGNING_KEY: setting({
    schema: z.string().min(32).optional(),
    about:
      "What SIGNING_KEY was before it was changed: it signs once more in each public ledger, and so vouches for the new one.",
    must: "at least 32 characters",
    example: "the-long-random-text-of-before-that-nobody-guesses",
    otherwise: "a file in DATA_FOLDER, after npm run rotate-key",
    secret: true,
  }),
  OIDC_ISSUER: setting({
    schema: urlOf("http", "https")
      .refine((text) => URL.canParse(text) && isPrivateLine(new URL(text)))
      .optional(),
    about:
      "OpenID Connect provider that people may sign in by. It leads back to PUBLIC_URL/signed-in.",
    must: "an https address, or an http one of this machine",
    example: "https://id.example.org",
    otherwise: "nobody signs in by a provider",
  }),
  OIDC_CLIENT_ID: setting({
    schema: z.string().regex(/^\S+$/).optional(),
    about: "How that provider knows this installation.",
    must: "a text without spaces",
    example: "folkmoot",
    otherwise: "none; OIDC_ISSUER needs it",
  }),
  OIDC_CLIENT_SECRET: setting({
    schema: z.string().regex(/^\S+$/).optional(),
    about: "The secret that it gave to this installation, if it did.",
    must: "a text without spaces",
    example: "a-long-random-text",
    otherwise: "none: a public client",
    secret: true,
  }),
  OIDC_NAME: setting({
    schema: z
      .string()
      .regex(/^[\p{L}\p{N} .,&'()-]{1,40}$/u)
      .optional(),
    about: "The provider's name, as the button at the door says it.",
    must: "up to 40 letters, digits, spaces and plain marks",
    example: "Example University",
    otherwise: "the host of OIDC_ISSUER",
  }),
  TRUST_PROXY: setting({
    schema: proxies.default(false),
    about:
      "Whose word counts on the visitor's address: true, a number of proxies, or their addresses.",
    must: "true, false, a number of proxies, or addresses of proxies separated by commas",
    example: "1",
  }),
  RATE_LIMITS: setting({
    schema: z.enum(["on", "off"]).default("on"),
    about:
      "Limits on how often one account or address may call, and the moment that signing up takes. Off is for measuring on a machine of one's own.",
    must: "on or off",
    example: "on",
  }),
  METRICS_TOKEN: setting({
    schema: z.string().min(16).optional(),
    about: "Bearer token that opens /metrics to other machines.",
    must: "at least 16 characters",
    example: "a-long-random-text",
    otherwise: "/metrics answers this machine only",
    secret: true,
  }),
  LINK_CHECK: setting({
    schema: z.enum(["on", "off"]).default("off"),
    about:
      "Looks up each source's address once, and notes whether it answers. Only public addresses are called.",
    must: "on or off",
    example: "off",
  }),
  BEACON_URL: setting({
    schema: urlOf("http", "https").optional(),
    about:
      "Relay of the public random beacon drand (quicknet) by whose rounds juries are drawn. Each round is checked by its signature.",
    must: "an http or https address",
    example: "https://drand.example.org",
    otherwise: "juries are drawn with nonces that the sides and a moderator commit to before",
  }),
  SUMMARY_URL: setting({
    schema: urlOf("http", "https")
      .refine((text) => URL.canParse(text) && isPrivateLine(new URL(text)))
      .optional(),
    about:
      "OpenAI-compatible endpoint of a language model that may write summaries of decided debates' opinion maps, each after a moderator has seen the text that goes there.",
    must: "an https address, or an http one of this machine, to which /chat/completions is added",
    example: "https://models.example.org/v1",
    otherwise: "no model writes anything",
  }),
  SUMMARY_MODEL: setting({
    schema: z
      .string()
      .regex(/^\S{1,120}$/)
      .optional(),
    about: "What that model is called there; readers of a summary see it.",
    must: "up to 120 characters without spaces",
    example: "small-model",
    otherwise: "none; SUMMARY_URL needs it",
  }),
  SUMMARY_KEY: setting({
    schema: z
      .string()
      .regex(/^[\x21-\x7e]+$/)
      .optional(),
    about: "Bearer token for that endpoint.",
    must: "visible characters without spaces",
    example: "a-long-random-text",
    otherwise: "none is sent",
    secret: true,
  }),
  DEMO: setting({
    schema: yesOrNo.default(true),
    about: "Fill an empty database with a demonstration community and its sign-ins.",
    must: "true or false",
    example: "false",
  }),
  LOG_LEVEL: setting({
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    about: "How much the log tells.",
    must: "fatal, error, warn, info, debug, trace or silent",
    example: "warn",
  }),
  NODE_ENV: setting({
    schema: z.enum(["production", "development", "test"]).default("production"),
    about: "Which libraries' checks are on.",
    must: "production, development or test",
    example: "development",
  }),
};

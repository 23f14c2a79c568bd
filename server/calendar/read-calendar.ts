import type {
  readCalendar as communityContract,
  readOwnCalendar as ownContract,
} from "#shared/contract/calendar.ts";
import { Language } from "#shared/contract/phases.ts";
import type { Deps } from "../deps.ts";
import { Download, inPieces } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { hashSecret } from "../platform/sessions.ts";
import { calendarFile } from "./calendar-file.ts";
import { calendarWords } from "./calendar-words.ts";
import { communitiesOf, communityName, findOwner, votesOf } from "./calendar-store.ts";

const kind = { ending: "ics", type: "text/calendar; charset=utf-8", plainTitle: "folkmoot" };
/** What ended longer ago than this is left out. */
const memoryMs = 90 * 86_400_000;

/** The votes of a community, for whoever may see it. */
export async function readCalendar(
  deps: Deps,
  { params, query, request }: Call<typeof communityContract>,
): Promise<Download> {
  const name = await communityName(deps.db, params.communityId);
  return fileOf(deps, [params.communityId], {
    name,
    language: query.language,
    host: request.headers.host,
  });
}

/** The votes of all the communities of whoever an address belongs to, as far as they are members now. */
export async function readOwnCalendar(
  deps: Deps,
  { params, request }: Call<typeof ownContract>,
): Promise<Download> {
  const owner = await findOwner(deps.db, hashSecret(params.token));
  if (!owner) throw new Refusal("not-found");
  const language = Language.parse(owner.language);
  const name = calendarWords[language].mine;
  const communityIds = await communitiesOf(deps.db, owner.accountId);
  return fileOf(deps, communityIds, { name, language, host: request.headers.host });
}

interface About {
  readonly name: string;
  readonly language: Language;
  readonly host: string | undefined;
}

async function fileOf(
  { db, env, clock }: Deps,
  communityIds: readonly string[],
  { name, language, host }: About,
): Promise<Download> {
  const votes = await votesOf(db, communityIds, new Date(clock().getTime() - memoryMs));
  const site = env.PUBLIC_URL ?? `http://${host ?? "localhost"}`;
  const text = calendarFile(votes, { name, site, language });
  return new Download(name, kind, inPieces(linesOf(text)));
}

/** Lines of a calendar end with carriage return and line feed (RFC 5545, 3.1); the line feed comes with sending. */
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\r\n")
    .map((line) => `${line}\r`);

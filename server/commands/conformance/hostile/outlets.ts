import { debate } from "./debate.ts";
import { calendar, csv } from "./files.ts";
import { mail } from "./mail.ts";
import type { Outlet } from "./outlet.ts";
import { address, page } from "./page.ts";

export const outlets: readonly Outlet[] = [page, address, mail, csv, calendar, debate];

import { chmod, chown, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { StartProblem } from "../start-problem.ts";
import { type Account, nobody } from "./run.ts";

const sharedFolder = "/var/lib/folkmoot";

/** A folder of the machine that every account can pass through. */
export async function commonFolder(): Promise<string> {
  for (const folder of [sharedFolder, path.join(tmpdir(), "folkmoot")]) {
    const isMade = await mkdir(folder, { recursive: true }).then(
      () => chmod(folder, 0o755).then(() => true),
      () => false,
    );
    if (isMade && (await canReach(folder, nobody))) return folder;
  }
  throw new StartProblem(
    "PostgreSQL does not run as root, and no folder was found that another account can reach: start as an ordinary user, or set DATA_FOLDER to such a folder.",
  );
}

/** Whether the account can pass through every folder on the way, and be given a folder there. */
export async function canReach(folder: string, account: Account): Promise<boolean> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { uid, gid, mode } = await stat(at);
    const mayPass =
      uid === account.uid ? mode & 0o100 : gid === account.gid ? mode & 0o010 : mode & 0o001;
    if (mayPass === 0) return false;
    if (at === path.dirname(at)) return canGiveAway(folder, account);
  }
}

/** Some file systems, shared ones above all, do not keep owners. */
async function canGiveAway(folder: string, account: Account): Promise<boolean> {
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    await writeFile(probe, "");
    await chown(probe, account.uid, account.gid);
    return (await stat(probe)).uid === account.uid;
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true });
  }
}

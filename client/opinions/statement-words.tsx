import { cx } from "../ui/cx.ts";
import { Bone } from "../ui/skeleton.tsx";
import type { Telling } from "./telling.ts";

/** What a statement says; its place until that is there. */
export function StatementWords({ id, telling }: { id: string; telling: Telling }) {
  const { words, isComing, languageOf, t } = telling;
  if (!isComing(id)) return <bdi lang={languageOf(id)}>{words(id)}</bdi>;
  return (
    <span aria-busy="true" className="late">
      <Bone className={cx("my-1 h-[1em] max-w-full", id.charCodeAt(35) % 2 ? "w-48" : "w-60")} />
      <span className="sr-only">{t("ui:loading")}</span>
    </span>
  );
}

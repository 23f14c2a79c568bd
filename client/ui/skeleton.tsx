import { useTranslation } from "react-i18next";
import { cx } from "./cx.ts";

/** One grey bar; give it a height and a width by class. */
export function Bone({ className }: { className?: string }) {
  return <span className={cx("skeleton block", className ?? "h-4 w-full")} />;
}

interface SkeletonProps {
  /** A page with its heading, a list of rows, a few cards, or a paragraph. */
  // A page keeps the footer out of sight: it would jump once the content comes.
  shape?: "page" | "list" | "cards" | "text";
  /** How many rows or cards. */
  count?: number;
}

const rows = (count: number) => Array.from({ length: count }, (_, index) => index);

function Bones({ shape, count }: Required<SkeletonProps>) {
  if (shape === "text") {
    return rows(count).map((row) => (
      <Bone key={row} className={cx("h-5", row === count - 1 ? "w-2/3" : "w-full")} />
    ));
  }
  if (shape === "cards") {
    return (
      <div className="grid gap-4 sm:grid-cols-2">
        {rows(count).map((row) => (
          <div key={row} className="space-y-3 rounded-lg border border-line p-card">
            <Bone className="h-4 w-24" />
            <Bone className="h-7 w-4/5" />
            <Bone className="h-4 w-1/2" />
          </div>
        ))}
      </div>
    );
  }
  return rows(count).map((row) => (
    <div key={row} className="flex gap-4 border-b border-line py-4">
      <Bone className="size-8 rounded-full!" />
      <div className="flex-1 space-y-2">
        <Bone className="h-5 w-3/4" />
        <Bone className="h-4 w-1/3" />
      </div>
    </div>
  ));
}

/** The shape of what is coming. Unseen for 300 ms: what comes sooner does not flash. */
export function Skeleton({ shape = "list", count = 4 }: SkeletonProps) {
  const { t } = useTranslation("ui");
  return (
    <div
      role="status"
      className={cx("late space-y-3", shape === "page" && "min-h-dvh embedded:min-h-0")}
    >
      <span className="sr-only">{t("loading")}</span>
      {shape === "page" && (
        <div className="space-y-4 pb-6">
          <Bone className="h-4 w-32" />
          <Bone className="h-10 w-3/4" />
          <Bone className="h-5 w-1/2" />
        </div>
      )}
      <Bones shape={shape === "page" ? "list" : shape} count={count} />
    </div>
  );
}

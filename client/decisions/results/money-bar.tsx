import { cx } from "../../ui/cx.ts";

/** How much of a budget something takes, as a length; what it says is said in words beside it. */
export function MoneyBar({ spent, budget }: { spent: number; budget: number }) {
  return (
    <div aria-hidden="true" className="h-3 overflow-hidden rounded-full bg-line">
      <div
        className={cx("h-full rounded-full", spent > budget ? "bg-warn" : "bg-accent")}
        style={{ width: `${Math.min(100, (100 * spent) / budget)}%` }}
      />
    </div>
  );
}

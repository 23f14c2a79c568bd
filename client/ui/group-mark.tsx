import { useTranslation } from "react-i18next";
import { groupLetter } from "#shared/opinions/group-letter.ts";

/** Shapes that differ at a glance, for those who can't tell the colours apart. */
const shapes = [
  "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z",
  "M3 3h14v14H3Z",
  "M10 2 18.5 17h-17Z",
  "M10 1.5 18.5 10 10 18.5 1.5 10Z",
  "M10 1.5 18.5 8 15.3 18H4.7L1.5 8Z",
  "M5.5 2h9L19 10l-4.5 8h-9L1 10Z",
  "M10 18 1.5 3h17Z",
  "M7 2h6v5h5v6h-5v5H7v-5H2V7h5Z",
] as const;

/** The colour of an opinion group, for charts: `var(--group-a)` and so on. */
export function groupColor(index: number): string {
  return `var(--group-${groupLetter(index).toLowerCase()})`;
}

/** The shape of an opinion group on a 20-point grid, for charts. */
export function groupShape(index: number): string {
  return shapes[index % shapes.length] ?? shapes[0];
}

interface GroupMarkProps {
  index: number;
  size?: number;
  /** What its people call it, with its letter. */
  name?: string | undefined;
}

/** An opinion group: colour, shape and letter together. */
export function GroupMark({ index, size = 20, name }: GroupMarkProps) {
  const { t } = useTranslation("ui");
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 font-medium">
      <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" className="shrink-0">
        <path
          d={groupShape(index)}
          fill={groupColor(index)}
          className="stroke-ink"
          strokeWidth="1.2"
          strokeLinejoin="round"
        />
      </svg>
      {name ?? t("group", { letter: groupLetter(index) })}
    </span>
  );
}

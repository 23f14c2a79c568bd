import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Dot } from "#shared/opinions/beeswarm.ts";
import type { OpinionMap } from "#shared/contract/opinions.ts";
import { Figure } from "../decisions/public.ts";
import { cx } from "../ui/cx.ts";
import { areTold, columnsOf, type Seen, seenIn } from "./statement-columns.ts";
import { StatementFigures } from "./statement-figures.tsx";
import { dotBy, swarmOf } from "./swarm.ts";
import type { Telling } from "./telling.ts";

interface SwarmProps {
  statements: readonly Seen[];
  telling: Telling;
  chosen: number;
  onChoose: (at: number) => void;
}

function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(entry.contentRect.width);
    });
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}

interface DotProps extends Pick<SwarmProps, "telling" | "onChoose"> {
  at: number;
  statement: Seen | undefined;
  dot: Dot | undefined;
  radius: number;
  isChosen: boolean;
}

function StatementDot({ at, statement, dot, radius, isChosen, telling, onChoose }: DotProps) {
  if (!statement || !dot) return null;
  const { t, percent, words } = telling;
  const apart = t("swarm.dot", { percent: percent(statement.figures.divisiveness) });
  return (
    <circle
      role="option"
      aria-selected={isChosen}
      aria-label={`${words(statement.statementId)} ${apart}`}
      tabIndex={isChosen ? 0 : -1}
      data-dot={at}
      cx={dot.along}
      cy={dot.beside}
      r={radius - 0.75}
      onClick={() => onChoose(at)}
      onFocus={() => onChoose(at)}
      className={cx(
        "cursor-pointer outline-offset-2",
        isChosen ? "fill-accent stroke-ink stroke-2" : "fill-line-strong hover:fill-ink",
      )}
    />
  );
}

/** One dot for each statement: one thing to tab to, arrows within. */
function Dots({ statements, telling, chosen, onChoose }: SwarmProps) {
  const { t } = telling;
  const { frame, width } = useWidth();
  const values = useMemo(() => statements.map(({ figures }) => figures.divisiveness), [statements]);
  const { dots, radius, height } = useMemo(() => swarmOf(values, width), [values, width]);
  const order = useMemo(
    () => [...values.keys()].toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b),
    [values],
  );
  const press = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = dotBy(event.key, order, chosen);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
    event.currentTarget.querySelector<SVGElement>(`[data-dot="${next}"]`)?.focus();
  };
  return (
    <div ref={frame} dir="ltr">
      <svg
        width={width}
        height={height}
        viewBox={`0 ${-height / 2} ${width} ${height}`}
        role="listbox"
        aria-label={t("swarm.label")}
        className="block max-w-full"
        onKeyDown={press}
      >
        <line x1={0} x2={width} y1={0} y2={0} className="stroke-line" />
        {order.map((at) => (
          <StatementDot
            key={statements[at]?.statementId}
            at={at}
            statement={statements[at]}
            dot={dots[at]}
            radius={radius}
            isChosen={at === chosen}
            telling={telling}
            onChoose={onChoose}
          />
        ))}
      </svg>
      <div className="mt-2 flex justify-between gap-6 text-sm text-muted">
        <span dir="auto">{t("swarm.shared")}</span>
        <span dir="auto" className="text-end">
          {t("swarm.divisive")}
        </span>
      </div>
    </div>
  );
}

interface SwarmFigureProps {
  map: OpinionMap;
  telling: Telling;
  name: string;
}

/** Statements from what all groups think the same of to what sets them furthest apart. */
export function SwarmFigure({ map, telling, name }: SwarmFigureProps) {
  const { t, number } = telling;
  const [chosenId, setChosenId] = useState("");
  const seen = useMemo(() => seenIn(map), [map]);
  const unseen = map.statements.length - seen.length;
  if (seen.length === 0) return null;
  const place = seen.findIndex(({ statementId }) => statementId === chosenId);
  const widest = seen.reduce(
    (best, { figures }, at) =>
      figures.divisiveness > (seen[best]?.figures.divisiveness ?? 0) ? at : best,
    0,
  );
  const chosen = place < 0 ? widest : place;
  const one = seen[chosen];
  return (
    <Figure
      title={t("swarm.title")}
      name={`${name} ${t("swarm.title")}`}
      rows={areTold(seen, telling) ? seen : []}
      keyOf={({ statementId }) => statementId}
      columns={columnsOf(map, telling)}
      caption={
        unseen > 0 ? t("swarm.hidden", { count: unseen, number: number(unseen) }) : undefined
      }
    >
      <Dots
        statements={seen}
        telling={telling}
        chosen={chosen}
        onChoose={(at) => setChosenId(seen[at]?.statementId ?? "")}
      />
      {one && <StatementFigures statement={one} telling={telling} />}
    </Figure>
  );
}

import { useTranslation } from "react-i18next";
import { type Fate, type Place, type Stratum, strataOf } from "./bench.ts";

const row = 34;
const start = 8;

/** Few stand wider apart. */
const stepOf = (count: number) => (count > 40 ? 18 : 30);

const looks: Record<Fate, string> = {
  sits: "fill-accent stroke-accent",
  came: "fill-accent-soft stroke-accent",
  left: "fill-none stroke-danger",
  reserve: "fill-none stroke-line-strong",
};

/** Never colour alone: who sits is full, who came has a dot, who left is crossed out, who waits is empty. */
function Mark({ fate, x, y }: { fate: Fate; x: number; y: number }) {
  return (
    <g>
      <rect
        x={x - 6}
        y={y - 6}
        width="12"
        height="12"
        rx="3"
        strokeWidth="1.5"
        className={looks[fate]}
      />
      {fate === "came" && <circle cx={x} cy={y} r="2.5" className="fill-accent" />}
      {fate === "left" && (
        <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} className="stroke-danger" strokeWidth="1.5" />
      )}
    </g>
  );
}

const fates: readonly Fate[] = ["sits", "came", "left", "reserve"];

function Legend({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation("juries");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {fates
        .filter((fate) => places.some((one) => one.fate === fate))
        .map((fate) => (
          <li key={fate} className="flex items-center gap-2">
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <Mark fate={fate} x={8} y={8} />
            </svg>
            {t(`fate.${fate}`)}
          </li>
        ))}
    </ul>
  );
}

/** What a stratum is called. */
export function useStratumText(): (stratum: Pick<Stratum, "tenure" | "group">) => string {
  const { t } = useTranslation("juries");
  return ({ tenure, group }) =>
    group === null ? t(`tenure.${tenure}`) : t("stratum", { tenure: t(`tenure.${tenure}`), group });
}

/** More would be drawn too small to be seen. */
const most = 120;

/** The lot from left to right, each kind of people on a line of its own. The table below says the same. */
export function DrawPicture({ places }: { places: readonly Place[] }) {
  const { t, i18n } = useTranslation("juries");
  const stratumText = useStratumText();
  const shown = places.slice(0, most);
  const strata = strataOf(shown);
  const step = stepOf(shown.length);
  const width = start + shown.length * step + 4;
  const left = places.length - shown.length;
  return (
    <figure className="space-y-3">
      {strata.map(({ tenure, group, places: own }) => (
        <div key={`${tenure} ${group}`} className="space-y-1">
          <p className="text-sm font-medium">{stratumText({ tenure, group })}</p>
          <div
            className="overflow-x-auto"
            tabIndex={0}
            role="group"
            aria-label={stratumText({ tenure, group })}
          >
            <svg
              width={width}
              height={row}
              viewBox={`0 0 ${width} ${row}`}
              role="img"
              aria-label={t("picture.label", {
                drawn: own.filter(({ fate }) => fate !== "reserve").length,
                all: own.length,
              })}
              className="block"
            >
              <path
                d={`M0 ${row / 2}H${width}`}
                className="stroke-line"
                strokeDasharray="2 4"
                strokeWidth="1"
              />
              {own.map(({ pseudonym, place, fate }) => (
                <Mark key={pseudonym} fate={fate} x={start + (place - 1) * step} y={row / 2} />
              ))}
            </svg>
          </div>
        </div>
      ))}
      <figcaption className="space-y-2">
        <Legend places={shown} />
        {left > 0 && (
          <p className="text-sm text-muted">
            {t("picture.more", { number: left.toLocaleString(i18n.language) })}
          </p>
        )}
      </figcaption>
    </figure>
  );
}

import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";
import { Button } from "../../ui/button.tsx";
import { takeHands } from "./hands.ts";
import type { Scene } from "./scene.ts";
import { Stage } from "./stage.ts";

/** Keeps a stage on a canvas: as large as that is, and in the colours of the page. */
function useStage(scene: Scene) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage>(null);
  const { theme } = usePreferences();
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const made = new Stage(element);
    stage.current = made;
    const letGo = takeHands(element, made);
    const observer = new ResizeObserver(([entry]) => {
      if (entry) made.resize(entry.contentRect);
    });
    observer.observe(element);
    const darkness = matchMedia("(prefers-color-scheme: dark)");
    darkness.addEventListener("change", made.redraw);
    // Paper is light, whatever the page was.
    const paper = matchMedia("print");
    paper.addEventListener("change", made.draw);
    return () => {
      letGo();
      observer.disconnect();
      darkness.removeEventListener("change", made.redraw);
      paper.removeEventListener("change", made.draw);
      made.close();
    };
  }, []);
  useEffect(() => stage.current?.show(scene), [scene]);
  useEffect(() => stage.current?.redraw(), [theme]);
  return { canvas, stage };
}

interface CanvasProps {
  scene: Scene;
  label: string;
  /** How one moves it. */
  children: ReactNode;
}

/** People on a map that can be moved and zoomed. Who can't see it finds the same in words and tables beside it. */
export function MapCanvas({ scene, label, children }: CanvasProps) {
  const { t } = useTranslation("opinions");
  const { canvas, stage } = useStage(scene);
  return (
    <div>
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={label}
        aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown + - 0"
        className="block aspect-square max-h-[34rem] w-full cursor-grab touch-pan-y rounded-lg border border-line bg-surface active:cursor-grabbing sm:aspect-[8/5] print:aspect-[8/5] print:h-[52mm] print:w-auto print:object-contain"
      />
      {/* Beside the map, not upon it: whoever stands in a corner is seen too. */}
      <div
        className="mt-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-2"
        data-no-print
      >
        <div className="min-w-0 flex-1 basis-64 space-y-2 text-sm">{children}</div>
        <div className="flex gap-1">
          <Button
            size="small"
            icon="plus"
            aria-label={t("map.nearer")}
            onClick={() => stage.current?.zoom(1.5)}
          />
          <Button
            size="small"
            icon="minus"
            aria-label={t("map.farther")}
            onClick={() => stage.current?.zoom(1 / 1.5)}
          />
          <Button size="small" onClick={() => stage.current?.reset()}>
            {t("map.everybody")}
          </Button>
        </div>
      </div>
    </div>
  );
}

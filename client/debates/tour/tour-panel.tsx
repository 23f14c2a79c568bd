import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../ui/button.tsx";
import { leaveTour, places, type Step, stepFrom, steps } from "./tour.ts";
import { placePanel, scrollFor } from "./tour-place.ts";

const anchorOf = (step: Step): HTMLElement | null =>
  places[step].map((place) => document.querySelector<HTMLElement>(place)).find(Boolean) ?? null;

/** Puts the panel beside what it explains. */
function arrange(panel: HTMLElement, anchor: HTMLElement, mayScroll: boolean): void {
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  panel.style.maxHeight = "";
  const size = { width: panel.offsetWidth, height: panel.offsetHeight };
  if (mayScroll) {
    anchor.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const top = scrollFor(anchor.getBoundingClientRect(), size, view);
    window.scrollBy({ top, behavior: "instant" });
  }
  const rtl = getComputedStyle(anchor).direction === "rtl";
  const at = placePanel(anchor.getBoundingClientRect(), size, { view, rtl });
  panel.style.top = `${at.top}px`;
  panel.style.left = `${at.left}px`;
  panel.style.maxHeight = `${at.maxHeight}px`;
}

/** Keeps the panel beside the step's place while the page moves, and marks the place. */
function useArranged(step: Step, box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let marked: HTMLElement | null = null;
    let frame = 0;
    const unmark = () => marked?.removeAttribute("data-tour-now");
    const follow = () => {
      const anchor = anchorOf(step);
      if (!box.current || !anchor) return;
      // What a step is about may come only now: it is scrolled to once.
      const isNew = anchor !== marked;
      if (isNew) {
        unmark();
        anchor.setAttribute("data-tour-now", "");
        marked = anchor;
      }
      arrange(box.current, anchor, isNew);
    };
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    };
    follow();
    const observer = new ResizeObserver(soon);
    observer.observe(document.body);
    window.addEventListener("scroll", soon, { passive: true });
    window.addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      window.removeEventListener("scroll", soon);
      window.removeEventListener("resize", soon);
      unmark();
    };
  }, [step, box]);
}

/** Gives the focus back to the page. */
function leave(): void {
  document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  leaveTour();
}

function onKey(event: KeyboardEvent): void {
  // Letters mean things on the page that are not meant here.
  event.stopPropagation();
  if (event.key === "Escape") leave();
}

interface FooterProps {
  step: Step;
  onStep: (step: Step) => void;
}

function Footer({ step, onStep }: FooterProps) {
  const { t } = useTranslation("debates");
  const [before, after] = [stepFrom(step, -1), stepFrom(step, 1)];
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      {after ? (
        <Button variant="primary" onClick={() => onStep(after)}>
          {t("tour.forward")}
        </Button>
      ) : (
        <Button variant="primary" onClick={leave}>
          {t("tour.done")}
        </Button>
      )}
      {before && <Button onClick={() => onStep(before)}>{t("tour.back")}</Button>}
      <span className="ms-auto text-sm text-muted">
        {t("tour.step", { at: steps.indexOf(step) + 1, of: steps.length })}
      </span>
    </div>
  );
}

/**
 * Explains a debate's page, one place after the other. The page stays in reach beside it; each step's heading takes the
 * focus, and is read with what it says.
 */
export function TourPanel() {
  const { t } = useTranslation("debates");
  const [step, setStep] = useState<Step>(steps[0]);
  const box = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const panel = box.current;
    panel?.showPopover();
    return () => panel?.hidePopover();
  }, []);
  useArranged(step, box);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  return (
    <div
      ref={box}
      popover="manual"
      role="dialog"
      aria-labelledby={`${id}-title`}
      onKeyDown={onKey}
      className="w-[min(24rem,calc(100vw-1rem))] overflow-y-auto rounded-lg border border-line-strong bg-raised px-5 pt-4 pb-5 text-ink shadow-high"
    >
      <div className="flex items-start justify-between gap-3">
        <h2
          key={step}
          id={`${id}-title`}
          ref={heading}
          tabIndex={-1}
          aria-describedby={`${id}-text`}
          className="text-xl outline-none"
        >
          {t(`tour.${step}.title`)}
        </h2>
        <IconButton
          icon="close"
          size="small"
          label={t("tour.leave")}
          onClick={leave}
          className="-me-2"
        />
      </div>
      <p id={`${id}-text`} className="mt-2 text-[0.9375rem]">
        {t(`tour.${step}.text`)}
      </p>
      <Footer step={step} onStep={setStep} />
    </div>
  );
}

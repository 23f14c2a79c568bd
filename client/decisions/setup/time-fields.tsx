import { serverNow } from "../../lib/server-clock.ts";
import { Button } from "../../ui/button.tsx";
import { durationOf } from "../../ui/moments.ts";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { zoneInWords } from "../option-words.ts";
import { useWords } from "../words.ts";
import { type Draft, fromLocal } from "./draft.ts";
import { complain, type FieldsProps } from "./fields.ts";
import { toLocal } from "../../lib/local-time.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const spans = [day, 3 * day, 7 * day, 14 * day];
const longest = 366 * day;

/** What is wrong with the times, as keys of texts; "" for nothing. */
export function timeFaults(draft: Draft, now: number): { opensAt: string; closesAt: string } {
  const opens = draft.opens === "now" ? now : Date.parse(fromLocal(draft.opensAt) ?? "");
  const closes = Date.parse(fromLocal(draft.closesAt) ?? "");
  const isLate = draft.opens === "later" && opens < now - minute;
  const span = closes - Math.max(opens, now);
  const end =
    span < minute ? "setup.closes-too-early" : span > longest ? "setup.closes-too-late" : "";
  return { opensAt: isLate ? "setup.opens-too-early" : "", closesAt: end };
}

/** When it opens and closes, in the zone of the device, which is named. */
export function TimeFields({ draft, onChange }: FieldsProps) {
  const words = useWords();
  const { t, language } = words;
  const zone = zoneInWords(serverNow(), words);
  const faults = timeFaults(draft, serverNow());
  const opens = draft.opens === "now" ? serverNow() : Date.parse(fromLocal(draft.opensAt) ?? "");
  return (
    <>
      <RadioGroup
        name="opens"
        required
        label={t("setup.opens")}
        value={draft.opens}
        onChange={(value) => onChange({ opens: value })}
        choices={[
          { value: "now", label: t("setup.opens-now"), hint: t("setup.opens-now-hint") },
          { value: "later", label: t("setup.opens-later"), hint: t("setup.opens-later-hint") },
        ]}
      />
      {draft.opens === "later" && (
        <TextField
          type="datetime-local"
          name="opensAt"
          required
          className="max-w-72"
          label={t("setup.opens-at")}
          hint={zone}
          value={draft.opensAt}
          onChange={({ target }) => onChange({ opensAt: target.value })}
          ref={complain(faults.opensAt && t(faults.opensAt))}
        />
      )}
      <div>
        <TextField
          type="datetime-local"
          name="closesAt"
          required
          className="max-w-72"
          label={t("setup.closes-at")}
          hint={zone}
          value={draft.closesAt}
          onChange={({ target }) => onChange({ closesAt: target.value })}
          ref={complain(faults.closesAt && t(faults.closesAt))}
        />
        <div role="group" aria-label={t("setup.spans")} className="mt-2 flex flex-wrap gap-2">
          {Number.isNaN(opens) ||
            spans.map((span) => (
              <Button
                key={span}
                size="small"
                onClick={() => onChange({ closesAt: toLocal(opens + span) })}
              >
                {durationOf(span, language).split(",")[0]}
              </Button>
            ))}
        </div>
      </div>
    </>
  );
}

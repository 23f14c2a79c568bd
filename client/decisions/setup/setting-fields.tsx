import type { ReactNode } from "react";
import type { Settings } from "#shared/voting/index.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { gradesInWords } from "../level-words.ts";
import { useWords } from "../words.ts";
import { complain } from "./fields.ts";

/** Settings of the methods that have this one among others. */
type SettingsWith<Key extends string> = Extract<Settings, { readonly [K in Key]: unknown }>;

interface SettingProps<S extends Settings> {
  settings: S;
  onChange: (settings: S) => void;
}

interface NumberSettingProps {
  /** The place in the request. */
  name: string;
  label: string;
  hint?: ReactNode;
  min: number;
  max: number;
  value: number;
  onNumber: (value: number) => void;
  /** What is wrong with it; "" for nothing. */
  fault?: string;
}

/** A whole number; an empty field is no number yet. */
export function NumberSetting(props: NumberSettingProps) {
  const { name, label, hint, min, max, value, onNumber, fault = "" } = props;
  return (
    <TextField
      type="number"
      name={`settings.${name}`}
      required
      className="max-w-64"
      label={label}
      hint={hint}
      min={min}
      max={max}
      value={Number.isNaN(value) ? "" : value}
      onChange={({ target }) =>
        onNumber(target.value === "" ? Number.NaN : Math.trunc(Number(target.value)))
      }
      ref={complain(fault)}
    />
  );
}

/** How many options win, or how many seats are filled. */
export function Winners(
  props: SettingProps<SettingsWith<"winners">> & { options: number; areSeats: boolean },
) {
  const { settings, onChange, options, areSeats } = props;
  const { t, number } = useWords();
  const isTooMany = options >= 2 && settings.winners >= options;
  return (
    <NumberSetting
      name="winners"
      label={t(areSeats ? "setup.seats" : "setup.winners")}
      hint={t(areSeats ? "setup.seats-hint" : "setup.winners-hint")}
      min={1}
      max={500}
      value={settings.winners}
      onNumber={(winners) => onChange({ ...settings, winners })}
      fault={isTooMany ? t("setup.too-many-winners", { most: number(options - 1) }) : ""}
    />
  );
}

const scales = [3, 5, 10, 100];

export function Scale({ settings, onChange }: SettingProps<SettingsWith<"maxScore">>) {
  const { t, number } = useWords();
  return (
    <Select
      name="settings.maxScore"
      required
      className="max-w-64"
      label={t("setup.scale")}
      value={settings.maxScore}
      onChange={({ target }) => onChange({ ...settings, maxScore: Number(target.value) })}
    >
      {[...new Set([...scales, settings.maxScore])].map((most) => (
        <option key={most} value={most}>
          {t("setup.scale-to", { most: number(most) })}
        </option>
      ))}
    </Select>
  );
}

export function UnrankedChoice({ settings, onChange }: SettingProps<SettingsWith<"unranked">>) {
  const { t } = useWords();
  return (
    <RadioGroup
      name="settings.unranked"
      required
      label={t("setup.unranked")}
      value={settings.unranked}
      onChange={(unranked) => onChange({ ...settings, unranked })}
      choices={(["last", "ignored"] as const).map((value) => ({
        value,
        label: t(`setup.unranked-${value}`),
        hint: t(`method.unranked.${value}`),
      }))}
    />
  );
}

/** What the last rank is worth in a Borda count: one who is ranked last can have something from it, or nothing. */
export function LowestPoints({ settings, onChange }: SettingProps<SettingsWith<"lowestPoints">>) {
  const { t, number } = useWords();
  return (
    <RadioGroup
      name="settings.lowestPoints"
      required
      label={t("setup.lowest-points")}
      value={String(settings.lowestPoints)}
      onChange={(lowest) => onChange({ ...settings, lowestPoints: Number(lowest) })}
      choices={[0, 1].map((lowest) => ({
        value: String(lowest),
        label: t("setup.lowest-points-of", { count: lowest, points: number(lowest) }),
        hint: t(`setup.lowest-points-hint-${lowest === 0 ? "none" : "one"}`),
      }))}
    />
  );
}

/** Points to spread. */
export function Points({ settings, onChange }: SettingProps<SettingsWith<"credits">>) {
  const { t } = useWords();
  return (
    <NumberSetting
      name="credits"
      label={t("setup.points")}
      min={1}
      max={1000}
      value={settings.credits}
      onNumber={(credits) => onChange({ ...settings, credits })}
    />
  );
}

/** Credits to buy votes with, and whether votes against are for sale too. */
export function Credits({ settings, onChange }: SettingProps<SettingsWith<"against">>) {
  const { t, number } = useWords();
  const most = Math.floor(Math.sqrt(settings.credits || 0));
  return (
    <>
      <NumberSetting
        name="credits"
        label={t("setup.credits")}
        hint={t("setup.credits-hint", { count: most, most: number(most) })}
        min={1}
        max={10_000}
        value={settings.credits}
        onNumber={(credits) => onChange({ ...settings, credits })}
      />
      <Checkbox
        name="settings.against"
        required={false}
        label={t("setup.against")}
        checked={settings.against}
        onChange={({ target }) => onChange({ ...settings, against: target.checked })}
      />
    </>
  );
}

const gradeCounts = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** How many grades, and what they are called: the reader's common words, or words of the decision's own. */
export function Grades({ settings, onChange }: SettingProps<SettingsWith<"grades">>) {
  const words = useWords();
  const { t, number } = words;
  const { grades, words: own } = settings;
  const common = gradesInWords({ grades, words: null }, words);
  const labelOf = (at: number) => {
    const label = t("setup.grade-word", { grade: number(at + 1) });
    return at === 0 ? `${label} (${t("setup.grade-worst")})` : label;
  };
  return (
    <>
      <Select
        name="settings.grades"
        required
        className="max-w-64"
        label={t("setup.grades")}
        hint={common.join(" · ")}
        value={grades}
        onChange={({ target }) =>
          onChange({ ...settings, grades: Number(target.value), words: null })
        }
      >
        {gradeCounts.map((count) => (
          <option key={count} value={count}>
            {number(count)}
          </option>
        ))}
      </Select>
      <Checkbox
        name="grades-own"
        required={false}
        label={t("setup.grades-own")}
        checked={own !== null}
        onChange={({ target }) =>
          onChange({ ...settings, words: target.checked ? [...common] : null })
        }
      />
      {own?.map((word, at) => (
        <TextField
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          name={`settings.words.${at}`}
          required
          maxLength={40}
          className="max-w-64"
          label={labelOf(at)}
          value={word}
          onChange={({ target }) =>
            onChange({
              ...settings,
              words: own.map((one, place) => (place === at ? target.value : one)),
            })
          }
        />
      ))}
    </>
  );
}

/** How many may block before a proposal falls. */
export function BlocksAllowed({ settings, onChange }: SettingProps<SettingsWith<"blocksAllowed">>) {
  const { t } = useWords();
  return (
    <NumberSetting
      name="blocksAllowed"
      label={t("setup.blocks")}
      hint={t("setup.blocks-hint")}
      min={0}
      max={1_000_000}
      value={settings.blocksAllowed}
      onNumber={(blocksAllowed) => onChange({ ...settings, blocksAllowed })}
    />
  );
}

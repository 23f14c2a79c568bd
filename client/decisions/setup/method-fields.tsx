import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import {
  type MethodId,
  offeredMethods,
  type PairMethod,
  type SettingsOf,
} from "../method-facts.ts";
import { methodInWords } from "../rules-in-words.ts";
import { useWords } from "../words.ts";
import { type Draft, withMethod } from "./draft.ts";
import { complain, type FieldsProps } from "./fields.ts";

const scales = [3, 5, 10, 100];

interface SettingsProps<M extends MethodId> {
  settings: SettingsOf<M>;
  onChange: (settings: SettingsOf<M>) => void;
}

function Winners(props: SettingsProps<"approval"> & { options: number }) {
  const { settings, onChange, options } = props;
  const { t, number } = useWords();
  const isTooMany = options >= 2 && settings.winners >= options;
  return (
    <TextField
      type="number"
      name="settings.winners"
      required
      className="max-w-64"
      label={t("setup.winners")}
      hint={t("setup.winners-hint")}
      min={1}
      max={500}
      value={settings.winners || ""}
      onChange={({ target }) =>
        onChange({ ...settings, winners: Math.trunc(Number(target.value)) })
      }
      ref={complain(isTooMany ? t("setup.too-many-winners", { most: number(options - 1) }) : "")}
    />
  );
}

function Scale({ settings, onChange }: SettingsProps<"score">) {
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

function UnrankedChoice({ settings, onChange }: SettingsProps<PairMethod>) {
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

/** What the chosen method lets one set. */
function MethodSettings({ draft, onChange, options }: FieldsProps & { options: number }) {
  const { settings } = draft;
  const keep = (next: Draft["settings"]) => onChange({ settings: next });
  switch (settings.method) {
    case "plurality":
    case "irv":
      return null;
    case "approval":
      return <Winners settings={settings} onChange={keep} options={options} />;
    case "score":
      return <Scale settings={settings} onChange={keep} />;
    case "schulze":
    case "ranked-pairs":
    case "copeland":
    case "minimax":
      return <UnrankedChoice settings={settings} onChange={keep} />;
  }
}

/** Which method, what each does, and what it lets one set. */
export function MethodFields(props: FieldsProps & { options: number }) {
  const { draft, onChange } = props;
  const words = useWords();
  const { t } = words;
  return (
    <>
      <RadioGroup
        name="settings.method"
        required
        label={t("setup.method")}
        value={draft.settings.method}
        onChange={(method) => onChange(withMethod(draft, method))}
        choices={offeredMethods.map((method) => {
          const { settings } = withMethod(draft, method);
          const isChosen = method === draft.settings.method;
          return {
            value: method,
            label: t(`method.${method}.name`),
            hint: isChosen
              ? `${methodInWords(settings, words)} ${t(`method.${method}.help`)}`
              : t(`method.${method}.brief`),
          };
        })}
      />
      <MethodSettings {...props} />
    </>
  );
}

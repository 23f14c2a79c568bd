import { RadioGroup } from "../../ui/radio-group.tsx";
import { comparesUnranked, methodFacts, offeredMethods } from "../method-facts.ts";
import { methodInWords } from "../rules-in-words.ts";
import { useWords } from "../words.ts";
import { BudgetFields } from "./cost-fields.tsx";
import { type Draft, withMethod } from "./draft.ts";
import type { FieldsProps } from "./fields.ts";
import {
  BlocksAllowed,
  Credits,
  Grades,
  LowestPoints,
  Points,
  Scale,
  UnrankedChoice,
  Winners,
} from "./setting-fields.tsx";

interface SettingsProps {
  settings: Draft["settings"];
  onChange: (settings: Draft["settings"]) => void;
}

/** What the chosen method lets one set, besides the number of winners. */
function OwnSettings({ draft, onChange }: FieldsProps) {
  const { settings } = draft;
  const keep = (next: Draft["settings"]) => onChange({ settings: next });
  if ("costs" in settings) return <BudgetFields settings={settings} onChange={keep} />;
  if ("maxScore" in settings) return <Scale settings={settings} onChange={keep} />;
  if ("against" in settings) return <Credits settings={settings} onChange={keep} />;
  if ("credits" in settings) return <Points settings={settings} onChange={keep} />;
  if ("grades" in settings) return <Grades settings={settings} onChange={keep} />;
  if ("blocksAllowed" in settings) return <BlocksAllowed settings={settings} onChange={keep} />;
  return <RankingSettings settings={settings} onChange={keep} />;
}

/** What matters where options are ranked. */
function RankingSettings({ settings, onChange }: SettingsProps) {
  return (
    <>
      {"unranked" in settings && comparesUnranked(settings.method) && (
        <UnrankedChoice settings={settings} onChange={onChange} />
      )}
      {"lowestPoints" in settings && <LowestPoints settings={settings} onChange={onChange} />}
    </>
  );
}

/** What the chosen method lets one set. */
function MethodSettings(props: FieldsProps & { options: number }) {
  const { draft, onChange, options } = props;
  const { settings } = draft;
  return (
    <>
      {"winners" in settings && (
        <Winners
          settings={settings}
          onChange={(next) => onChange({ settings: next })}
          options={options}
          areSeats={methodFacts[settings.method].group === "seats"}
        />
      )}
      <OwnSettings {...props} />
    </>
  );
}

/** Which method, what each does, and what it lets one set. */
export function MethodFields(props: FieldsProps & { options: number }) {
  const { draft, onChange } = props;
  const words = useWords();
  const { t } = words;
  const groupAt = (at: number) => {
    const method = offeredMethods[at];
    return method && methodFacts[method].group;
  };
  return (
    <>
      <RadioGroup
        name="settings.method"
        required
        label={t("setup.method")}
        value={draft.settings.method}
        onChange={(method) => onChange(withMethod(draft, method))}
        choices={offeredMethods.map((method, at) => {
          const { settings } = withMethod(draft, method);
          const isChosen = method === draft.settings.method;
          const group = groupAt(at);
          return {
            value: method,
            label: t(`method.${method}.name`),
            hint: isChosen
              ? `${methodInWords(settings, words)} ${t(`method.${method}.help`)}`
              : t(`method.${method}.brief`),
            heading: group === groupAt(at - 1) ? undefined : t(`method.group.${group}`),
          };
        })}
      />
      <MethodSettings {...props} />
    </>
  );
}

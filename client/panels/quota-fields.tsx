import { panelLimits } from "#shared/contract/panels.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import {
  attributesOf,
  type DraftAttribute,
  type DraftValue,
  newAttribute,
  newValue,
  slipOf,
} from "./draft.ts";
import { useWords } from "./words.ts";

interface ValueFieldsProps {
  value: DraftValue;
  /** Of the fields, as the server names them. */
  name: string;
  place: number;
  onChange: (value: DraftValue) => void;
  /** Undefined where two are left. */
  onRemove: (() => void) | undefined;
}

function ValueFields({ value, name, place, onChange, onRemove }: ValueFieldsProps) {
  const { t, number } = useWords();
  const numbered = { number: number(place) };
  const bound = (which: "min" | "max") => (
    <TextField
      className="min-w-24 grow basis-24 sm:max-w-36"
      name={`${name}.${which}`}
      label={t(`new.${which}`)}
      inputMode="numeric"
      value={value[which]}
      onChange={({ target }) => onChange({ ...value, [which]: target.value })}
    />
  );
  return (
    <li className="flex flex-wrap items-end gap-2">
      <TextField
        className="grow basis-full sm:basis-40"
        name={`${name}.value`}
        label={t("new.value", numbered)}
        required
        maxLength={panelLimits.word}
        dir="auto"
        value={value.value}
        onChange={({ target }) => onChange({ ...value, value: target.value })}
      />
      {bound("min")}
      {bound("max")}
      <IconButton
        icon="close"
        label={t("new.removeValue", numbered)}
        disabled={onRemove === undefined}
        onClick={onRemove}
      />
    </li>
  );
}

interface AttributeFieldsProps {
  attribute: DraftAttribute;
  at: number;
  seats: number;
  onChange: (attribute: DraftAttribute) => void;
  onRemove: () => void;
}

/** One respect in which the panel is to be like the community, with the seats for each kind of people. */
function AttributeFields({ attribute, at, seats, onChange, onRemove }: AttributeFieldsProps) {
  const { t, number } = useWords();
  const { values } = attribute;
  const change = (changed: readonly DraftValue[]) => onChange({ ...attribute, values: changed });
  return (
    <fieldset className="min-w-0 space-y-4 rounded-lg border border-line p-4">
      <legend className="px-1 font-medium">{t("new.attribute", { number: number(at + 1) })}</legend>
      <TextField
        name={`attributes.${at}.name`}
        label={t("new.name")}
        hint={t("new.nameHint")}
        required
        maxLength={panelLimits.word}
        dir="auto"
        value={attribute.name}
        onChange={({ target }) => onChange({ ...attribute, name: target.value })}
      />
      <ul className="space-y-3">
        {values.map((value, place) => (
          <ValueFields
            key={value.key}
            value={value}
            name={`attributes.${at}.values.${place}`}
            place={place + 1}
            onChange={(changed) => change(values.with(place, changed))}
            onRemove={
              values.length > 2 ? () => change(values.filter((one) => one !== value)) : undefined
            }
          />
        ))}
      </ul>
      <Slip attribute={attribute} seats={seats} />
      <div className="flex flex-wrap gap-3">
        {values.length < panelLimits.values && (
          <Button size="small" icon="plus" onClick={() => change([...values, newValue()])}>
            {t("new.addValue")}
          </Button>
        )}
        <Button size="small" variant="quiet" icon="close" onClick={onRemove}>
          {t("new.remove")}
        </Button>
      </div>
    </fieldset>
  );
}

/** Says while it is typed that nobody could ever meet this. */
export function Slip({ attribute, seats }: { attribute: DraftAttribute; seats: number }) {
  const { t, number } = useWords();
  const [sent] = attributesOf([attribute], seats);
  const slip = sent ? slipOf(sent, seats) : null;
  return (
    <p role="status" className="text-sm text-warn empty:hidden">
      {slip && t(`new.${slip}`, { count: seats, formatted: number(seats) })}
    </p>
  );
}

interface QuotaFieldsProps {
  draft: readonly DraftAttribute[];
  seats: number;
  onChange: (draft: readonly DraftAttribute[]) => void;
}

/** What the panel is to be like. */
export function QuotaFields({ draft, seats, onChange }: QuotaFieldsProps) {
  const { t } = useWords();
  return (
    <div className="space-y-5">
      {draft.map((attribute, at) => (
        <AttributeFields
          key={attribute.key}
          attribute={attribute}
          at={at}
          seats={seats}
          onChange={(changed) => onChange(draft.with(at, changed))}
          onRemove={() => onChange(draft.filter((one) => one !== attribute))}
        />
      ))}
      {draft.length < panelLimits.attributes && (
        <Button icon="plus" onClick={() => onChange([...draft, newAttribute()])}>
          {t("new.add")}
        </Button>
      )}
    </div>
  );
}

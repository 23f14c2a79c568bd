import { useState } from "react";
import { changePanelQuotas } from "#shared/contract/panels.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import { attributesOf, type DraftAttribute, draftOf, wholeOf } from "./draft.ts";
import type { PanelProps } from "./props.ts";
import { Slip } from "./quota-fields.tsx";
import { relaxed } from "./relaxed.ts";
import { paramsOf, useAct } from "./use-act.ts";
import { useWords } from "./words.ts";

interface BoundsProps {
  attribute: DraftAttribute;
  /** Of the fields, as the server names them. */
  name: string;
  seats: number;
  onChange: (attribute: DraftAttribute) => void;
}

function Bounds({ attribute, name, seats, onChange }: BoundsProps) {
  const { t } = useWords();
  const { values } = attribute;
  return (
    <fieldset className="min-w-0 space-y-3 rounded-lg border border-line p-4">
      <legend className="px-1 font-medium">
        <bdi>{attribute.name}</bdi>
      </legend>
      {values.map((one, place) => (
        <div key={one.key} className="flex flex-wrap items-end gap-2">
          <bdi className="min-w-32 grow basis-32 pb-2">{one.value}</bdi>
          {(["min", "max"] as const).map((bound) => (
            <TextField
              key={bound}
              className="w-20 shrink-0"
              name={`${name}.${place}.${bound}`}
              required
              inputMode="numeric"
              label={
                <>
                  {t(`new.${bound}`)} <bdi className="sr-only">{one.value}</bdi>
                </>
              }
              value={one[bound]}
              onChange={({ target }) => {
                const changed = { ...one, [bound]: target.value };
                onChange({ ...attribute, values: values.with(place, changed) });
              }}
            />
          ))}
        </div>
      ))}
      <Slip attribute={attribute} seats={seats} />
    </fieldset>
  );
}

/** Other quotas or another size, while people can register. What the server found to be the least that helps is filled in. */
export function ChangeQuotas({ panel }: Pick<PanelProps, "panel">) {
  const { t } = useWords();
  const [draft, setDraft] = useState(() => draftOf(relaxed(panel)));
  const [typed, setTyped] = useState(String(panel.seats));
  const seats = wholeOf(typed);
  const change = useAct(panel, () => {
    const bounds = attributesOf(draft, seats).map(({ values }) =>
      values.map(({ min, max }) => ({ min, max })),
    );
    return call(changePanelQuotas, { params: paramsOf(panel), body: { seats, bounds } });
  });
  return (
    <details open={panel.obstacle !== null} className="rounded-lg border border-line p-4">
      <summary className="cursor-pointer font-medium">{t("quotas.title")}</summary>
      <Form className="mt-4" error={change.error} onSubmit={() => change.mutate()}>
        <p className="text-muted">{t(panel.obstacle ? "quotas.relaxed" : "quotas.lead")}</p>
        <TextField
          name="seats"
          required
          inputMode="numeric"
          className="max-w-48"
          label={t("new.seats")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {draft.map((attribute, at) => (
          <Bounds
            key={attribute.key}
            attribute={attribute}
            name={`bounds.${at}`}
            seats={Number.isNaN(seats) ? 0 : seats}
            onChange={(changed) => setDraft(draft.with(at, changed))}
          />
        ))}
        <FormActions>
          <Button type="submit" busy={change.isPending}>
            {t("quotas.save")}
          </Button>
        </FormActions>
      </Form>
    </details>
  );
}

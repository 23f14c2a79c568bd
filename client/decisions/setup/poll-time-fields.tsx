import { serverNow } from "../../lib/server-clock.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { FieldSet } from "../../ui/field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { zoneInWords } from "../option-words.ts";
import { useWords } from "../words.ts";
import { complain, type FieldsProps } from "./fields.ts";

const fewest = 2;
const most = 50;

/** The times that a poll is between, in the zone of the device, which is named. */
export function PollTimeFields({ draft, onChange }: FieldsProps) {
  const words = useWords();
  const { t, number } = words;
  const { times } = draft;
  const put = (at: number, time: string) =>
    onChange({ times: times.map((one, place) => (place === at ? time : one)) });
  return (
    <FieldSet
      name="times"
      required
      label={t("setup.times")}
      hint={t("setup.times-hint", { zone: zoneInWords(serverNow(), words) })}
    >
      {() => (
        <div className="space-y-2">
          {times.map((time, at) => {
            const isAgain = time !== "" && times.indexOf(time) < at;
            const label = { number: number(at + 1) };
            return (
              // A time has no name but its place in the list.
              // oxlint-disable-next-line react/no-array-index-key
              <div key={at} className="flex items-start gap-2">
                <TextField
                  type="datetime-local"
                  name={`times.${at}`}
                  required
                  hideLabel
                  className="w-72 max-w-full"
                  label={t("setup.time", label)}
                  value={time}
                  onChange={({ target }) => put(at, target.value)}
                  ref={complain(isAgain ? t("setup.time-twice") : "")}
                />
                {times.length > fewest && (
                  <IconButton
                    icon="close"
                    label={t("setup.remove-time", label)}
                    onClick={() => onChange({ times: times.filter((_, place) => place !== at) })}
                  />
                )}
              </div>
            );
          })}
          {times.length < most && (
            <Button size="small" icon="plus" onClick={() => onChange({ times: [...times, ""] })}>
              {t("setup.add-time")}
            </Button>
          )}
        </div>
      )}
    </FieldSet>
  );
}

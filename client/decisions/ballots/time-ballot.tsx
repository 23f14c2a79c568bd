import { serverNow } from "../../lib/server-clock.ts";
import { levelsInWords } from "../level-words.ts";
import { zoneInWords } from "../option-words.ts";
import { useWords } from "../words.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { LevelBallot } from "./level-ballot.tsx";

/** For each time, whether one can. */
export function TimeBallot(props: BallotFormProps<"time-poll">) {
  const { settings, value, onChange, ...rest } = props;
  const words = useWords();
  const { t } = words;
  const zone = zoneInWords(serverNow(), words);
  return (
    <LevelBallot
      {...rest}
      legend={`${t("ballot.time-poll")} ${t("ballot.zone", { zone })}`}
      levels={levelsInWords(settings, words)}
      given={value?.availability ?? {}}
      onGive={(availability) => onChange({ method: "time-poll", availability })}
    />
  );
}

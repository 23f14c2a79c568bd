import { levelsInWords } from "../level-words.ts";
import { useWords } from "../words.ts";
import type { BallotFormProps } from "./ballot-form.ts";
import { LevelBallot } from "./level-ballot.tsx";

/** A grade for each option. */
export function GradeBallot(props: BallotFormProps<"majority-judgment">) {
  const { settings, value, onChange, ...rest } = props;
  const words = useWords();
  return (
    <LevelBallot
      {...rest}
      legend={words.t("ballot.majority-judgment")}
      levels={levelsInWords(settings, words)}
      given={value?.grades ?? {}}
      onGive={(grades) => onChange({ method: "majority-judgment", grades })}
    />
  );
}

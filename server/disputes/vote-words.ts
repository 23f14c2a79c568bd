import type { DisputeKind } from "#shared/contract/disputes.ts";
import type { Choice } from "#shared/lottery/index.ts";

type Answers = Readonly<Record<Choice, string>>;
type Words = { readonly question: string } & Readonly<Record<DisputeKind, Answers>>;

/** What members vote on, in the language of their community: it becomes part of a debate that they read. */
const words: Readonly<Record<string, Words>> = {
  en: {
    question: "How shall this case be settled?",
    action: {
      uphold: "The moderators' action stands",
      modify: "A milder measure takes its place",
      overturn: "The action is taken back",
    },
    conflict: {
      uphold: "What was asked for shall be done",
      modify: "It shall be done in part",
      overturn: "Nothing shall be done",
    },
    decision: {
      uphold: "The decision stands",
      modify: "The decision stands, with reservations",
      overturn: "The decision is annulled",
    },
    commitment: {
      uphold: "The report counts",
      modify: "It counts, with reservations",
      overturn: "The report is false and counts no more",
    },
  },
  es: {
    question: "¿Cómo debe resolverse este caso?",
    action: {
      uphold: "La medida de moderación se mantiene",
      modify: "Se sustituye por una medida más leve",
      overturn: "La medida se retira",
    },
    conflict: {
      uphold: "Debe hacerse lo que se pidió",
      modify: "Debe hacerse en parte",
      overturn: "No debe hacerse nada",
    },
    decision: {
      uphold: "La decisión se mantiene",
      modify: "La decisión se mantiene con reservas",
      overturn: "La decisión se anula",
    },
    commitment: {
      uphold: "El informe cuenta",
      modify: "Cuenta, con reservas",
      overturn: "El informe es falso y deja de contar",
    },
  },
  "zh-TW": {
    question: "此案應如何處理？",
    action: {
      uphold: "維持管理措施",
      modify: "改採較輕的措施",
      overturn: "撤銷管理措施",
    },
    conflict: {
      uphold: "應依請求辦理",
      modify: "應部分依請求辦理",
      overturn: "不需採取任何行動",
    },
    decision: {
      uphold: "維持該決定",
      modify: "維持該決定，但有保留",
      overturn: "該決定作廢",
    },
    commitment: {
      uphold: "該回報有效",
      modify: "該回報有效，但有保留",
      overturn: "該回報不實，不再計入",
    },
  },
  ar: {
    question: "كيف ينبغي أن تُسوّى هذه القضية؟",
    action: {
      uphold: "يبقى إجراء الإشراف كما هو",
      modify: "يحلّ محلّه إجراء أخفّ",
      overturn: "يُلغى الإجراء",
    },
    conflict: {
      uphold: "يُنفَّذ ما طُلب",
      modify: "يُنفَّذ جزء منه",
      overturn: "لا يُنفَّذ شيء",
    },
    decision: {
      uphold: "يبقى القرار قائمًا",
      modify: "يبقى القرار قائمًا مع تحفّظات",
      overturn: "يُبطَل القرار",
    },
    commitment: {
      uphold: "يُحتسب البلاغ",
      modify: "يُحتسب مع تحفّظات",
      overturn: "البلاغ كاذب ولا يُحتسب بعد الآن",
    },
  },
};

const english = words["en"] as Words;

export const voteWords = (language: string): Words => words[language] ?? english;

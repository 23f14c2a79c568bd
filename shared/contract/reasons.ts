import { z } from "zod";
import type { faultCodes as ballotFaults, settingFaultCodes } from "#shared/voting/method.ts";
import { commitmentReasons } from "./commitment-reasons.ts";
import { fundingReasons } from "./funding-reasons.ts";
import { panelReasons } from "./panel-reasons.ts";
import { representationReasons } from "./representation-reasons.ts";
import { systemReasons } from "./system-reasons.ts";
import { tableReasons } from "./table-reasons.ts";
import { treasuryReasons } from "./treasury-reasons.ts";

type VotingFault = (typeof ballotFaults)[number] | (typeof settingFaultCodes)[number];

/** What is wrong with a ballot, or with the rules of a decision. */
const votingReasons = {
  "wrong-method": "This ballot is not of the method of this decision, which is {{expected}}.",
  "unknown-option": "This option is not on the list.",
  "duplicate-option": "This option is named twice.",
  "tie-not-allowed": "Options share a rank; with this method each needs its own.",
  "score-too-high": "These are {{score}} points; {{maxScore}} are the most.",
  "credits-exceeded": "This spends {{spent}}; there are {{credits}}.",
  "votes-against-not-allowed": "Votes against options are not allowed here.",
  "reason-missing": "Who disagrees or blocks says why.",
  "too-few-options": "A decision needs at least {{least}} options.",
  "too-many-options": "A decision has {{most}} options at most.",
  "reserved-option": "An option can't be called {{option}}.",
  "too-many-winners": "Fewer options must win than there are: {{most}} at most.",
  "cost-missing": "Say what this option costs, or leave it out of the vote.",
  "cost-of-no-option": "This is no option of the decision: leave its cost out.",
  "cost-above-budget":
    "It costs more than the whole budget, so nothing could fund it: lower the cost, raise the budget, or leave the option out.",
} as const satisfies Record<VotingFault, string>;

/** Why exactly a request was refused, by code: English sentences, with gaps for the values that go with the code. */
export const reasons = {
  ...votingReasons,
  ...tableReasons,
  ...commitmentReasons,
  ...fundingReasons,
  ...panelReasons,
  ...representationReasons,
  ...treasuryReasons,
  ...systemReasons,
  "opens-too-early": "The opening time has passed; leave it out to open now.",
  "closes-too-early": "Voting must last at least a minute after it opens.",
  "closes-too-late": "Voting may last a year at most.",
  "unknown-snapshot": "Choose a snapshot of balances that this community has.",
  "no-elector-holds":
    "Nobody of those who may vote holds any of these: ask them to prove their addresses, or choose another snapshot.",
  "no-elector-weighs": "Nobody of those who may vote has a role that weighs anything.",
  "unknown-position": "Choose among the positions that stand in this debate.",
  "nothing-to-run-off": "A runoff follows a decision of this debate whose votes are counted.",
  "decided-already": "That decision has a result; a runoff is for one that decided nothing.",
  "not-run-off": "A runoff chooses between options of the decision that it follows.",
  "no-tie-to-settle":
    "Moderators settle a tie where the rules leave it to the chair, and one is open.",
  "order-of-all-options": "Put every option of the decision into the order, each once.",
  "no-paper-here": "The rules of this decision take no votes on paper, or voting is not open.",
  "no-secret-paper": "Who enters a vote on paper sees it: take none where votes are secret.",
  "paper-confirmed": "This vote was confirmed and counts; its voter can vote anew online.",
  "second-person-confirms":
    "Another moderator than who entered it confirms a vote on paper, and nobody their own.",
  "voted-online": "This elector has voted online, and that vote counts.",
  "no-reasons-here": "The rules of this decision take votes without reasons; leave it out.",
  "one-position": "Choose the one position that is voted on.",
  "positions-not-asked": "A time poll is between times, not positions.",
  "times-not-asked": "Only a time poll is between times.",
  "times-missing": "Name the times to choose between.",
  "duplicate-time": "This time is named twice.",
  "threshold-in-settings": "This method has its threshold in its settings: leave this one out.",
  "positions-missing": "There are {{found}}; propose another position first.",
  "cancel-instead": "It has not opened: cancel it instead.",
  "annul-instead": "A moderator can annul it, with a reason.",
  "too-many-alike": "More than {{most}} ballots begin like this; ask for a longer beginning.",
  "votes-hidden": "Votes are shown once the decision has closed.",
  "live-results-need-public": "Results can be live only where votes are public.",
  "too-many-for-report":
    "Who has the power is worked out for up to {{most}} electors; this decision has more.",
  "votes-without-names": "Votes have no names in this decision.",
  "results-not-live": "Results are shown once the decision has closed.",
  "votes-secret": "In a secret decision nobody is shown who voted how.",
  "count-unsigned": "This decision was counted before counts were signed.",
  "secret-without-group-majority":
    "A share in every opinion group needs votes with names, as everybody can count it again. Make votes public, or secret until it closes, or ask for no share in groups.",
  "statement-carers":
    "Only its author and moderators say which statements of a debate are shown when, and mark them: ask one of them.",
  "secret-without-reasons": "Secret ballots carry no reasons: words can show whose they are.",
  "budget-one-person":
    "A budget is shared out in equal parts, one for each vote: choose one person, one vote.",
  "secret-one-person": "Secret ballots weigh one each: a weight would show whose ballot it is.",
  "electorate-frozen":
    "The electorate was frozen when voting opened; who joins later votes in the next one.",
  "no-decision-in-phase": "A debate that is in {{phase}} can't be brought to a decision.",

  "unknown-rule": "Choose a rule of the charter.",
  "appeal-own": "Whoever an action concerns appeals against it.",
  "not-appealable": "This action can't be appealed: it was taken back, or decides nothing.",
  "appeal-days": "An action and a ruling can be appealed for {{days}} days.",
  "not-with-yourself": "Choose another member than yourself.",
  "decision-not-held": "A decision is disputed once voting on it has begun.",
  "case-at-stage": "The case is at the stage “{{stage}}”.",
  "mediator-apart": "A mediator is a member who has no part in the case.",
  "one-question": "Each juror asks one question, and you have asked yours.",
  "question-elsewhere": "This question was put to the other side.",
  "answered-already": "Your side has answered this.",
  "statements-enough": "There are {{most}} statements of yours already.",
  "summons-over": "This summons was answered, or its time is over.",
  "told-already": "You have told this already.",
  "nothing-committed": "Commit first, and tell afterwards.",
  "other-commitment": "It does not match what you committed to: use the very choice and secret.",
  "moderators-draw": "A moderator who has no part in the case throws in the third nonce.",
  "appealed-once": "This is the ruling of a larger jury: it is appealed no further.",

  "no-writing-in-phase": "This debate is in {{phase}}; its author or a moderator can move it.",
  "no-rating-in-phase":
    "Claims are rated while people deliberate or vote; this debate is in {{phase}}.",
  "summary-rewritten":
    "The summary is at version {{version}} by now: read it, and say whether that one is fair.",
  "authors-only": "Only its author can change or withdraw this.",
  "words-stand-here": "The same words stand at this place already: rate them, or add to them.",
  "no-such-position": "This debate has no such position.",
  "no-such-claim": "This debate has no such claim.",
  "no-such-edge": "This debate has no such edge.",
  "placers-only":
    "Where a claim stands is changed by its author, the debate's facilitators and moderators.",
  "stands-there": "This claim stands at this place already.",
  "below-itself": "A claim can't stand below itself.",
  "only-place": "A claim stands somewhere: this is the only place it has left. Archive it instead.",
  "built-on": "Others have answered this claim at this place: move their answers first.",
  "opposite-sides":
    "These claims stand on opposite sides of one thing, so they don't say the same.",
  "same-claim": "Choose another claim than this one.",
  "moved-from-there": "Somebody moved this claim meanwhile: look where it stands now.",
  "claim-archived": "This claim was archived: those who curate the debate can bring it back.",
  "claim-merged": "This claim is one with another by now: write there.",
  "not-archived": "This claim is not archived.",
  "archivers-only":
    "Claims are archived and restored by the debate's facilitators and by moderators.",
  "texts-alike": "Two of these say the same.",
  "undone-already": "This was taken back already.",
  "undo-too-late": "Changes can be taken back for {{days}} days.",
  "edit-your-own": "This claim is yours: edit it.",
  "same-wording": "These are the words that it has.",
  "one-suggestion": "You have a suggestion for this claim that waits: withdraw it first.",
  "not-your-suggestion": "Others accept what you suggest.",
  "decliners-only": "The claim's author declines suggestions; who made one withdraws it.",
  "suggestion-settled": "This suggestion has been answered already.",
  "too-many-passkeys": "An account has {{most}} passkeys at most: remove one first.",
  "passkey-known": "This key is kept already.",
  "wallet-other-site": "This message is for another site. Sign the one that is shown here.",
  "wallet-changed":
    "This is not the message that was shown here. Begin again, and sign it as it is.",
  "wallet-other-key": "The message was signed with the key of another address.",
  "too-many-wallets": "An account has {{most}} addresses at most: remove one first.",
  "most-blocks": "In one community {{most}} people can be blocked: unblock somebody first.",
  "not-yourself": "You can't block yourself.",
  "most-marks": "A claim has {{most}} marks at most: mend those first.",
  "too-many-mentions": "A comment mentions {{most}} people at most.",
  "mentions-members": "Only active members of this community can be mentioned.",
  "others-acknowledge": "Others say whether you put something well.",
  "markers-only": "A mark is taken away by who set it, and by those who curate the debate.",
  "term-defined": "This word is defined already: reword what it says there.",
  "curators-only": "A debate is curated by its facilitators and by moderators.",
  "no-such-rule": "No rule in force has this number: cite one of the charter's.",
  "which-law": "Say which law this breaks, and how.",
  "rule-missing": "Say which rule of the charter this is about.",
  "moderators-only": "The queue is for moderators, and for facilitators of debates.",
  "not-for-this": "This can't be done here, or not in your office.",
  "not-your-own": "To change or withdraw what is yours, you need no flag.",
  "most-flags": "Within a day {{most}} flags can be made: wait a while.",
  "until-missing": "Say until when.",
  "spam-is-put-away": "Spam is hidden or removed; nothing else is done about something as spam.",
  "until-too-long": "A year at most.",
  "member-gone": "Whoever wrote this is no member here now.",
  "owners-sanction": "Only owners warn or suspend moderators and owners.",
  "statement-missing": "Say which statement this one repeats.",
  "same-statement": "A statement can't be joined with itself: choose the other one.",
  "no-such-statement": "No such statement stands in this debate.",
  "own-content": "This is yours, or about you: another moderator or owner decides.",
  "own-dispute":
    "You have a part in a dispute about this: its jury decides, or a moderator or owner who has none.",
  "own-report":
    "You reported this: leave it to another moderator or owner, or take your report back first.",
  "open-case-between":
    "You have a part in the same open dispute. Another owner or moderator can do this; if there is none, wait for the jury, or make somebody else a moderator.",
  "juror-partial":
    "You moderate here, or have come to have a part in this case: the seat is for somebody else.",
  "undo-your-own": "An action is taken back by who took it, within {{hours}} hours.",
  "suspended-until":
    "Until {{until}}. The reasons, and how to appeal, are with the notice that you got.",
  "slow-mode": "In this debate people write every {{seconds}} seconds at most; wait {{left}} more.",
  "posts-per-hour": "You can add {{most}} contributions an hour; the next in {{minutes}} minutes.",
  "locked-claim": "This claim is locked, with all that is below it.",
  "locked-position": "This position is locked, with all that is below it.",
  "locked-comment": "The comments on this claim are locked.",
  "locked-statement": "This statement is locked.",
  "locked-question": "The whole debate is locked.",
  "hidden-words":
    "A moderator has put this out of sight: it can be changed once it is shown again.",
  "place-missing": "Say where the claim goes.",
  "original-missing": "Choose the claim that it repeats.",
  "points-missing": "Say each point by itself.",
  "pinned-already": "It is pinned already.",
  "pace-setters": "A debate is slowed down and locked by its facilitators and by moderators.",
  "same-words": "Each word once.",
  "most-filters": "{{most}} filters are kept at most: forget one first.",
  "author-facilitates": "The author of a debate is a facilitator of it.",
  "unpin-first": "{{most}} claims are pinned: unpin one of them first.",
  "same-tags": "Each tag once.",
  "not-on-that-side": "This claim does not stand on that side of the position.",
  "restore-instead": "Restore a version of the summary instead.",
  "target-withdrawn": "Nothing can be added to what was withdrawn.",
  "question-wording":
    "The question is worded by its author until people argue about it, then by moderators.",
  "debate-movers": "A debate is moved by its author and by moderators.",
  "debate-schedulers": "The times of a debate are set by its author and by moderators.",
  "moved-meanwhile": "The debate is in {{phase}} by now.",
  "clock-no-way": "A debate that is in {{phase}} is not moved to {{to}} by the clock.",
  "time-passed": "This time has passed; choose one that is to come.",
  "move-no-way": "A debate that is in {{phase}} does not go to {{to}}.",
  "move-two-positions":
    "There is nothing to choose between with fewer than two positions: propose another one, then move to {{to}}.",
  "move-decision-open":
    "A decision of this debate is open: wait until it closes, or have it annulled.",
  "move-reason": "Say why: a move like this one is explained to everybody.",
  "most-statements":
    "A debate takes {{most}} statements at most, those that were withdrawn or merged included: respond to one that says what you mean, or begin another debate.",
  "statement-stands-here":
    "Somebody proposed exactly this; respond to that statement, or say something else.",

  "in-no-group":
    "You are in no opinion group of the newest map: answer more statements, or wait for the next map.",
  "no-bridge":
    "Choose statements that bridge on this map: every group takes the same side on them, and you have answered them.",
  "name-stands-here": "Your group has this name to choose already: vote for it.",
  "most-names": "One person proposes {{most}} names in a debate at most: vote for one of them.",

  "visitors-closed": "Only members respond in this debate: sign in to join them.",
  "visit-missing": "Begin a visit first: responding without an account needs its cookie.",
  "visit-forged": "What this browser shows of its visit was not made here, or was changed.",
  "visit-stale": "A visit lasts {{days}} days. What was responded in it is still counted.",
  "visit-ended": "What was responded in this visit belongs to an account now: sign in to go on.",
  "proof-missing":
    "Ask for the puzzle of this debate, and send its answer when you begin the visit.",
  "proof-wrong":
    "This does not solve the puzzle, or was sent too late or before: ask for another one.",
  "members-respond": "You are a member here: respond as one.",
  "visitors-need-public":
    "A private community has no visitors: make it public first, or invite people.",
  "visitors-need-key":
    "Visits are signed by SECRET_KEY, which is not set: whoever has the server sets it first.",

  "summary-off":
    "No language model is set here: whoever has the server sets SUMMARY_URL and SUMMARY_MODEL first.",
  "summary-changed": "What would be sent has changed meanwhile: read it again, then send it.",
  "summary-slow": "The language model took too long: try again later.",
  "summary-refused":
    "The language model did not answer, or refused: whoever has the server looks at its settings.",
  "summary-unreadable": "What the language model answered can't be read here.",
  "summary-uncited":
    "No sentence that came back names a statement that exists, so none was kept: try again.",
  "embedding-site":
    "Write the address of each site without a path, such as https://www.example.org.",
  "same-sites": "Each site once.",
  "site-not-listed":
    "The page that shows this is of a site that may not, or may no longer: open the debate itself.",
  "embedding-needs-public":
    "What a private community says is shown on no other site: make it public first.",

  "delegation-off": "In this community nobody votes for others; its owners can change that.",
  "delegate-yourself": "You vote for yourself already: choose another member, or nobody.",
  "delegate-no-member": "Choose somebody who is a member of this community now.",
  "delegate-twice": "This person is in the list twice: give them one share.",
  "delegated-too-much": "The shares add up to {{sum}} %: make them 100 % at most.",
  "delegation-about": "Say which debate or topic; for the whole community, none.",
  "no-such-debate": "This community has no such debate.",
  "delegation-ends-early": "This day has passed; choose one that is to come.",
  "delegation-ends-late": "A delegation lasts {{days}} days at most.",
  "most-delegations": "You have chosen for {{most}} debates and topics: end one of those first.",

  "request-ended": "This request is {{status}} already.",
  "most-topics": "A community has {{most}} topics at most: retire one first.",
  "last-topic": "A debate is always about something: add another topic first.",
  "topic-named": "Another topic has this name.",
  "no-such-topic": "This community has no such topic.",
  "topic-retired": "This topic is retired: choose another.",
  "too-many-rules": "A charter has at most {{most}} rules.",
  "owner-missing": "Make another member an owner first, or hand the community over.",
  "hand-over-first": "Hand these communities over first, or make others owners: {{communities}}.",
  "only-operator":
    "Whoever has the server sets OPERATOR_EMAIL to the address of another operator first.",
  "ask-to-join": "This community lets people in on request: send a request to join.",
  "declined-lately": "Your last request was declined less than a day ago; ask again tomorrow.",
  "join-at-once": "This community is open to all: join it, no request is needed.",
  "choose-another-member": "Choose another member.",

  "slug-unusable": "This address is taken or reserved; choose another.",
  "leave-instead": "To go yourself, leave the community.",
  "owners-remove": "Only owners remove moderators and owners.",

  "too-many-passwords":
    "Too many wrong passwords; wait a quarter of an hour, or set a new password by mail.",
  "form-once-more": "Send it once more. What you filled in is still here.",
  "wait-seconds": "Wait {{left}} seconds, then try again.",
  "not-your-password": "This is not your password.",
  "too-many-codes":
    "Too many wrong codes; wait a quarter of an hour. If you did not try this, change your password.",
  "code-form": "A code of your app has 6 digits, a recovery code has 10 letters and digits.",
  "not-your-code":
    "Wait for your app's next code: each counts once. Is the clock of your device right?",
  "no-address-given": "The provider gave no mail address for you.",
  "code-missing": "Enter a code of your app, or a recovery code.",
  "guessable-password":
    "It is built from common passwords, patterns, your name or your address. Take a few words that have nothing to do with each other.",

  "no-such-entry": "The ledger has {{size}} entries so far.",
  "larger-first": "The second tree must be at least as large as the first.",
  "checkpoint-passed": "The newest checkpoint has {{size}} entries: look at that one, and sign it.",
  "no-checkpoint": "Nothing is signed here yet; ask again in some seconds.",
  "cosignature-form": "This is no line of a cosignature: — name, and base64.",
  "witness-unlisted": "This community lists no witness with this key.",
  "cosignature-wrong": "This is not the witness's signature on that checkpoint.",
  "cosignature-ahead": "This says that it was signed in the future: look at the witness's clock.",
  "witness-key-form":
    "{{key}} is no key of a witness: it has a name, an id and a key of the kind for cosignatures.",
  "witness-key-twice": "{{key}} stands there twice.",

  "imports-busy": "Three imports are under way on this server: wait until one has ended.",
  "upload-too-many-files": "An import has up to four files.",

  "picture-kind": "Choose a PNG, a JPEG, a WebP or an AVIF.",
  "picture-broken": "It is damaged, or larger than 50 million pixels.",
  "picture-too-large": "A picture has up to 2 MB.",

  "mail-address": "Enter a mail address, like name@example.org",
  "web-address": "Give a whole address that begins with https:// or http://, without a user name",
  "unseen-characters": "control characters are not allowed",
  "name-unseen":
    "A name has no invisible characters, and none that turn its direction: type it anew.",
  "name-marks": "A name has up to four different marks on a letter: leave some out.",
  "name-scripts":
    "A name mixes no letters of different scripts, which look alike: write all of it in one.",
  "name-alike":
    "This is easily taken for {{other}}, who is a member here: add to it, or choose another.",
  "same-titles": "Two positions have the same title.",
  "others-review": "Others review the sources that you brought.",
  "responses-later":
    "Responses can be exported once the debate is decided; its bundle has the statements.",
  "text-missing": "Something must stand here.",
  "text-too-short": "This must have at least {{least}} characters.",
  "text-too-long": "This may have up to {{most}} characters.",
} as const;

export type ReasonCode = keyof typeof reasons;
export const isReasonCode = (code: unknown): code is ReasonCode =>
  typeof code === "string" && Object.hasOwn(reasons, code);
export type ReasonValues = Readonly<Record<string, string | number>>;

/** A reason on the wire: whoever shows it finds its own words by the code. */
export const Reason = z
  .object({
    code: z.enum(Object.keys(reasons) as [ReasonCode, ...ReasonCode[]]),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: "Reason" });
export type Reason = z.infer<typeof Reason>;

/** What a schema says of a text that breaks a rule of its own. */
export const brokenRule = (code: ReasonCode) => ({
  error: reasons[code],
  params: { reason: code },
});

export function reasonInEnglish({ code, values }: { code: ReasonCode; values: ReasonValues }) {
  return reasons[code].replaceAll(/\{\{(\w+)\}\}/g, (gap, name: string) =>
    String(values[name] ?? gap),
  );
}

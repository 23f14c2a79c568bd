/** The three ways of seeing things between which the demo's people differ. */
export const camps = { operators: 0, civic: 1, builders: 2 } as const;
export type Camp = keyof typeof camps;

export interface PersonDraft {
  readonly name: string;
  readonly camp: Camp;
  readonly role: "owner" | "moderator" | "member";
  readonly canSignIn: boolean;
  /** Came in the last months, when word had got around. */
  readonly isNew?: true;
}

const member = (name: string, camp: Camp): PersonDraft => ({
  name,
  camp,
  role: "member",
  canSignIn: false,
});

const newcomer = (name: string, camp: Camp): PersonDraft => ({
  ...member(name, camp),
  isNew: true,
});

const moderator = (name: string, camp: Camp): PersonDraft => ({
  ...member(name, camp),
  role: "moderator",
});

/** Sixty invented people. A key is also the name before the @ of an address at example.org. */
export const peopleDrafts = {
  amara: { name: "Amara Diallo", camp: "civic", role: "owner", canSignIn: true },
  jonas: { name: "Jonas Lindqvist", camp: "builders", role: "moderator", canSignIn: true },
  "mei-lin": { name: "Mei-Lin Hsu", camp: "builders", role: "member", canSignIn: true },
  tomas: { name: "Tomás Herrera", camp: "operators", role: "member", canSignIn: true },
  rosa: member("Rosa Quispe", "civic"),
  nadia: member("Nadia Benkhaled", "civic"),
  ingrid: member("Ingrid Solheim", "civic"),
  thandiwe: member("Thandiwe Nkosi", "civic"),
  leila: member("Leila Rahmani", "civic"),
  sofia: member("Sofía Paredes", "civic"),
  hana: member("Hana Moriyama", "civic"),
  ifeoma: member("Ifeoma Chukwu", "civic"),
  eunji: member("Eun-ji Park", "civic"),
  paperlantern: member("paperlantern", "civic"),
  oleksandr: moderator("Oleksandr Bondar", "operators"),
  northnode: member("northnode", "operators"),
  farid: member("Farid Haddad", "operators"),
  weijun: member("Wei Jun Tan", "operators"),
  kwame: member("Kwame Asante", "operators"),
  matteo: member("Matteo Galli", "operators"),
  rackmountruth: member("rackmount_ruth", "operators"),
  aleksi: member("Aleksi Niemi", "operators"),
  priya: moderator("Priya Raghunathan", "operators"),
  yusuf: member("Yusuf Demir", "builders"),
  quietcompiler: member("quietcompiler", "builders"),
  anabeatriz: member("Ana Beatriz Moura", "builders"),
  elif: member("Elif Aydın", "builders"),
  samuel: member("Samuel Otieno", "builders"),
  gradient: member("gradient_descendant", "builders"),
  clara: member("Clara Vogel", "builders"),
  adaeze: newcomer("Adaeze Obi", "civic"),
  birgit: newcomer("Birgit Lorenz", "civic"),
  camila: newcomer("Camila Rojas", "civic"),
  dara: newcomer("Dara Keo", "civic"),
  esra: newcomer("Esra Yıldız", "civic"),
  fatou: newcomer("Fatou Sarr", "civic"),
  giulia: newcomer("Giulia Ferri", "civic"),
  hyun: newcomer("Hyun-woo Lim", "civic"),
  ishaan: newcomer("Ishaan Mehta", "civic"),
  jasna: newcomer("Jasna Kovač", "civic"),
  coldaisle: newcomer("cold_aisle", "operators"),
  karim: newcomer("Karim Belhaj", "operators"),
  lauri: newcomer("Lauri Mäkinen", "operators"),
  mwajuma: newcomer("Mwajuma Salehe", "operators"),
  nikolai: newcomer("Nikolai Petrov", "operators"),
  overprovisioned: newcomer("overprovisioned", "operators"),
  paulo: newcomer("Paulo Teixeira", "operators"),
  ramon: newcomer("Ramón Iglesias", "operators"),
  sunniva: newcomer("Sunniva Berg", "operators"),
  takeshi: newcomer("Takeshi Ono", "operators"),
  umut: newcomer("Umut Kaya", "builders"),
  valentina: newcomer("Valentina Russo", "builders"),
  wanjiru: newcomer("Wanjiru Kamau", "builders"),
  xiaoyan: newcomer("Xiao-yan Chou", "builders"),
  yael: newcomer("Yael Stern", "builders"),
  zofia: newcomer("Zofia Nowak", "builders"),
  betatester: newcomer("beta_tester_7", "builders"),
  dilnoza: newcomer("Dilnoza Karimova", "builders"),
  gintaras: newcomer("Gintaras Petkus", "builders"),
  noor: newcomer("Noor Haddadin", "builders"),
} as const satisfies Record<string, PersonDraft>;

export type PersonKey = keyof typeof peopleDrafts;

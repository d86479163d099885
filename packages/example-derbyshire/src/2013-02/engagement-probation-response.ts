import { submission } from "../engagement-records.ts";
import type { ExampleRecord } from "../example-record.ts";
import { in2013 } from "../papers.ts";

type Answered = readonly [
  section: string,
  questions: readonly (readonly [number: string, text: string])[],
  answer: string,
];

const spending = "Achieving the most with Government spending on offenders";
const orders = "Building new flexibility into the delivery of community orders";
const contract = "Contract specification";
const chain = "Supply chain management";
const law = "Legislative changes";
const design = "System design";
const equality = "Equality implications";

/** In words of our own: what was asked, and what the trust answered. Figures are as printed. */
const answered: readonly Answered[] = [
  [
    spending,
    [["B1", "How to get the most out of central and local government together"]],
    "Supervise those with sentences under 12 months, as was meant under the Act of 2003, and let probation trusts do it: they are in court, in the prisons and tied to partners. A sentence of 2 weeks that was served on remand shows how quick it has to be. A pilot with voluntary partners, Operation Vigilance, reached such offenders, with probation holding the services together; at HMP Foston Hall all women prisoners are served so. Splitting supervision by risk would break communication.",
  ],
  [
    spending,
    [["B2", "How reform can serve social justice more widely"]],
    "The framework of March 2012 names families, young people, work and the most disadvantaged, and trusts already work on all four. A pilot of pooled budgets in Greater Manchester shows that families need investment for long. Changing contractors would undo it, and staff of new providers would have to be trained in risks to children, since most such cases are held at medium risk. Units for substance misuse would be split.",
  ],
  [
    orders,
    [["B3", "Whether community orders should be more flexible"]],
    "Somewhat, with less paper. But sentences must stay clear and passed by courts, not by whoever carries them out, lest practice differ from court to court and the right to a fair trial suffer. Sentencers in the county trust the service, as a recent survey shows; large private providers would hardly earn that.",
  ],
  [
    contract,
    [["C1", "Whether 16 contract areas are right, and how to draw them"]],
    "The paper does not say which areas are meant. A map puts the county with four others in the East Midlands, which is too big; with Nottinghamshire, Leicestershire and Rutland would do. Areas should be those of police, councils and commissioners: the multi-agency arrangements for risk, safeguarding, drugs and community safety all follow them.",
  ],
  [
    contract,
    [["C2", "How payment by results should balance incentive and risk"]],
    "Public staff need not serve shareholders. Private prime contractors pass risk down to the smallest, as the Work Programme shows; the evidence that Parliament is hearing should be awaited. Research of 2012 finds that mentoring cannot be had cheaply and needs money at the start, which payment by results may not allow.",
  ],
  [
    contract,
    [["C3", "What measures and prices would make providers work with everyone"]],
    "Reward completion of orders and compliance, which a measure of yes or no leaves out. Prices must not tempt to enforce too much, nor to put easy cases among the prolific, nor to keep from the police what would cost money. Desistance takes about two years to show; few organisations could wait so long for payment. Present schemes already hold those under 12 months and could grow.",
  ],
  [
    contract,
    [["C4", "How to specify public oversight without bureaucracy"]],
    "More bureaucracy seems certain: hearings, recalls and contested breaches would be shared, records kept twice, systems joined as never before. Curfews show how poorly information then flows. Gravest are cases of public concern at medium risk, such as gangs, domestic violence, children at risk and extremism; where the public sector's part ends is not said.",
  ],
  [
    contract,
    [["C5", "How contracts can allow for prisoners who move after release"]],
    "Women are held far from home, and public probation can best stay with them (see B1). Transfers are already a risk between two trusts bound by one instruction; between many providers they would be negotiated each time, and payments would have to be split. Nobody would gladly take over a high risk that moves.",
  ],
  [
    contract,
    [["C6", "How to reward good performance and deal with bad"]],
    "A few national providers hold tagging and prisons, and become too big to fail. Short contracts for drugs and alcohol allow closer watch and bring constant change. Estate contracts are badly managed nationally, and so it is seen locally. No trust is held to fail by inspectors, and key targets have been met or beaten year on year.",
  ],
  [
    chain,
    [
      ["C7", "How lead providers can be made to keep a fair and diverse supply chain"],
      ["C8", "What to do about mismanagement of a supply chain"],
      ["C9", "How voluntary organisations can take part fairly"],
    ],
    "Large areas lead to consortia that are hard to hold to account, or to prime contractors who hand their risk to small ones. Trusts that commission locally have short chains and need little monitoring; their contracts for women and for mentoring work, would be put at risk, and could be extended. What oversight of subcontracting there would be is not clear, and where liberty and victims are concerned the ethics of procurement must be high.",
  ],
  [
    law,
    [["C10", "How statutory supervision can engage those who are released"]],
    "Supervision by trusts lowers reoffending among short sentences. Links between drug treatment in prison and after it, mentors and work before release should grow; peer mentors are being brought in. A supervisor cannot be the mentor, and research of 2004 and 2007 finds mentoring best inside statutory services. Accredited programmes are too long for short licences, so shorter intensive ones are needed. One manager throughout matters most, as Operation Vigilance showed (see B1).",
  ],
  [
    law,
    [["C11", "How consequences of non-compliance can be effective and cheap"]],
    "Staff who punish raise questions of human rights, told of in an earlier answer; contested breaches will test the law, and losing costs. With many providers non-compliance is harder to watch: systems that stand up in court took years to make.",
  ],
  [
    design,
    [
      ["C12", "What structure would suit public probation"],
      ["C13", "How the system can use local expertise and fit local arrangements"],
    ],
    "The model leads to merged trusts or one national body, since small trusts could not last, and that loses what is local. Sharing information in meetings on risk and safeguarding protects the public, as reviews of deaths have shown again and again. Partners in the county fear for their part. A national family court service shows how hard local ties are to keep, and many agencies at one table would be waste.",
  ],
  [
    design,
    [["C14", "How commissioners and other local partners can best take part"]],
    "Commission along their boundaries: that fits every other partner and keeps independence. In the new model each of them would need systems for public and for private providers, twice the effort while budgets shrink.",
  ],
  [
    design,
    [["C15", "How to keep professional standards and training"]],
    "Training would not survive as it is and would be dear to make anew. Those who train on the job would work for private providers without the cases that qualify them, and contractors would not pay for a qualification with which staff leave. A professional institute, long asked for, could check from outside.",
  ],
  [
    design,
    [["C16", "What part the inspectorate should play"]],
    "It must judge all providers objectively and be free to say what is bad, of those too big to fail as well (see C6); inspecting by theme would compare them. Who would inquire into serious further offences is not said; all should be under one process.",
  ],
  [
    equality,
    [["C17", "How women and others with complex needs can fare better"]],
    "Leave them to public staff, who are trained for them and know the groups, such as gangs in the city. Big national contracts will not see local need; a small partnership for women does. Staff are trained in diversity, and users are asked.",
  ],
  [
    equality,
    [["C18", "How the proposals would affect protected groups"]],
    "They may be pushed aside. Surgeries for mental health in our offices need the number of cases that we have. Payment by results treats everyone alike, as a baroness said of women in November 2012, and it holds for others. Work with police in the city on migrants at risk of offending would be broken up.",
  ],
  [
    "Proposals for reform",
    [["C19", "Anything further"]],
    "How demand is to be managed is not said: whether contracts have limits or follow the courts. In the summer of 2011 prisons and probation took what came because they had to. Consult more fully on other ways, above all for sentences under 12 months; trusts can do this without a costly reorganisation.",
  ],
];

/** The probation trust's answer to the consultation on probation, question by question. */
export const probationResponse2013: readonly ExampleRecord[] = [
  submission({
    id: "derbyshire-probation-trust.transforming-rehabilitation",
    title: "Response to Transforming Rehabilitation",
    body: "register/body/derbyshire-probation-trust",
    consultation: "Transforming Rehabilitation – A revolution in the way we manage offenders",
    consulter: "Ministry of Justice",
    consulterBody: "register/body/ministry-of-justice",
    status: "submitted",
    items: answered.map(([section, questions, answer]) => ({
      section,
      questions: questions.map(([number, text]) => ({ number, text })),
      answer,
    })),
    sources: [in2013({ item: "4 Transforming Rehabilitation" })],
  }),
];

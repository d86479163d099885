import {
  areaTree,
  type Body,
  checkBodies,
  inForce,
  parseOrganisationIdentifier,
  successorsOf,
} from "@moothall/register";

const bodies: Body[] = [
  {
    id: "police-authority",
    name: "Derbyshire Police Authority",
    kind: "police-authority",
    validTo: "2012-11-21",
    successors: ["register/body/opcc"],
  },
  {
    id: "opcc",
    name: "Police and Crime Commissioner for Derbyshire",
    kind: "commissioner",
    validFrom: "2012-11-22",
  },
];

console.log(parseOrganisationIdentifier("GB-LAE-DBY").name);
console.log(bodies.filter((each) => inForce(each, "2017-05-22")).map((each) => each.name));
console.log(successorsOf(bodies, "register/body", "police-authority"));
console.log(checkBodies(bodies).length, "findings");

const areas = areaTree(
  [
    { id: "derbyshire", name: "Derbyshire", kind: "county", code: "E10000007" },
    {
      id: "chesterfield",
      name: "Chesterfield",
      kind: "district",
      code: "E07000034",
      parent: "register/area/derbyshire",
    },
  ],
  "2017-05-22",
);
for (const { area, parts } of areas) {
  console.log(area.name, "→", parts.map((part) => part.area.name).join(", "));
}

/** The closed codelists of 360Giving 1.4.3, as codes; taken from its published lists. */

const currencyCodes = (
  "ADP AED AFA AFN ALK ALL AMD ANG AOA AOK AON AOR ARA ARP ARS ARY ATS AUD AWG AYM AZM AZN BAD BAM " +
  "BBD BDT BEC BEF BEL BGJ BGK BGL BGN BHD BIF BMD BND BOB BOP BOV BRB BRC BRE BRL BRN BRR BSD BTN " +
  "BUK BWP BYB BYN BYR BZD CAD CDF CHC CHE CHF CHW CLF CLP CNY COP COU CRC CSD CSJ CSK CUC CUP CVE " +
  "CYP CZK DDM DEM DJF DKK DOP DZD ECS ECV EEK EGP ERN ESA ESB ESP ETB EUR FIM FJD FKP FRF GBP GEK " +
  "GEL GHC GHP GHS GIP GMD GNE GNF GNS GQE GRD GTQ GWE GWP GYD HKD HNL HRD HRK HTG HUF IDR IEP ILP " +
  "ILR ILS INR IQD IRR ISJ ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAJ LAK LBP LKR " +
  "LRD LSL LSM LTL LTT LUC LUF LUL LVL LVR LYD MAD MDL MGA MGF MKD MLF MMK MNT MOP MRO MRU MTL MTP " +
  "MUR MVQ MVR MWK MXN MXP MXV MYR MZE MZM MZN NAD NGN NIC NIO NLG NOK NPR NZD OMR PAB PEH PEI PEN " +
  "PES PGK PHP PKR PLN PLZ PTE PYG QAR RHD ROK ROL RON RSD RUB RUR RWF SAR SBD SCR SDD SDG SDP SEK " +
  "SGD SHP SIT SKK SLL SOS SRD SRG SSP STD STN SUR SVC SYP SZL THB TJR TJS TMM TMT TND TOP TPE TRL " +
  "TRY TTD TWD TZS UAH UAK UGS UGW UGX USD USN USS UYI UYN UYP UYU UZS VEB VEF VES VNC VND VUV WST " +
  "XAF XAG XAU XBA XBB XBC XBD XCD XDR XEU XFO XFU XOF XPD XPF XPT XRE XSU XTS XUA XXX YDD YER YUD " +
  "YUM YUN ZAL ZAR ZMK ZMW ZRN ZRZ ZWC ZWD ZWL ZWN ZWR "
)
  .trim()
  .split(" ");

const countryCodes = (
  "AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BQ BA BW BV BR " +
  "IO BN BG BF BI KH CM CA CV KY CF TD CL CN CX CC CO KM CG CD CK CR CI HR CU CW CY CZ DK DJ DM DO " +
  "EC EG SV GQ ER EE ET FK FO FJ FI FR GF PF TF GA GM GE DE GH GI GR GL GD GP GU GT GG GN GW GY HT " +
  "HM VA HN HK HU IS IN ID IR IQ IE IM IL IT JM JP JE JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI " +
  "LT LU MO MK MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC MN ME MS MA MZ MM NA NR NP NL NC NZ NI " +
  "NE NG NU NF MP NO OM PK PW PS PA PG PY PE PH PN PL PT PR QA RE RO RU RW BL SH KN LC MF PM VC WS " +
  "SM ST SA SN RS SC SL SG SX SK SI SB SO ZA GS SS ES LK SD SR SJ SZ SE CH SY TW TJ TZ TH TL TG TK " +
  "TO TT TN TR TM TC TV UG UA AE GB US UM UY UZ VU VE VN VG VI WF EH YE ZM ZW "
)
  .trim()
  .split(" ");

/** ISO 4217 codes, those no longer in use among them. */
export const currencies: ReadonlySet<string> = new Set(currencyCodes);
/** ISO 3166-1 codes of two letters. */
export const countries: ReadonlySet<string> = new Set(countryCodes);

export const regrantTypes: ReadonlySet<string> = numbered("FRG", 10, 70);
export const locationScopes: ReadonlySet<string> = new Set([...numbered("GLS", 10, 60), "GLS099"]);
export const grantPurposes: ReadonlySet<string> = numbered("GTIP", 10, 170);
export const grantReasons: ReadonlySet<string> = numbered("GTIR", 10, 120);

function numbered(prefix: string, first: number, last: number): Set<string> {
  const codes = new Set<string>();
  for (let number = first; number <= last; number += 10) {
    codes.add(`${prefix}${String(number).padStart(3, "0")}`);
  }
  return codes;
}

/**
 * Types of geographic codes, with the beginnings of the codes of each (the entity codes of the
 * Office for National Statistics), where they are known.
 */
export const geographicCodeTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ["OA", ["E00", "S00", "W00"]],
  ["LSOA", ["E01", "W01"]],
  ["MSOA", ["E02", "W02"]],
  ["PAR", ["E04"]],
  ["WD", ["E05", "S13", "W05"]],
  ["UA", ["E06", "W06"]],
  ["NMD", ["E07"]],
  ["MD", ["E08"]],
  ["LONB", ["E09"]],
  ["CTY", ["E10"]],
  ["RGN/GOR", ["E12"]],
  ["WPC", ["E14", "N06", "S14", "W07"]],
  ["EER", ["E15"]],
  ["CANNET", ["E21"]],
  ["CSP", ["E22"]],
  ["PFA", ["E23"]],
  ["PUA", ["E25"]],
  ["NPARK", ["E26"]],
  ["REGD", ["E28", "W20"]],
  ["REGSD", ["E29", "W21"]],
  ["TTWA", ["E30", "S22", "W22"]],
  ["FRA", ["E31"]],
  ["LAC", ["E32"]],
  ["WZ", ["E33", "W35"]],
  ["CMWD", ["E36", "W39"]],
  ["LEP", ["E37"]],
  ["CCG", ["E38"]],
  ["NHSAT", ["E39"]],
  ["CMLAD", ["E41", "W40"]],
  ["CMCTY", ["E42", "W41"]],
  ["SA", ["N00"]],
  ["DZ", ["S01"]],
  ["IG", ["S02"]],
  ["CHP", ["S03"]],
  ["ROA - CPP", ["S05"]],
  ["ROA - Local", ["S06"]],
  ["HB", ["S08"]],
  ["CA", ["S12"]],
  ["SPC", ["S16"]],
  ["USOA", ["W03"]],
  ["COM", ["W04"]],
  ["NAWC", ["W09"]],
  ["CDRP", ["W14"]],
  ["AgricSmall", ["W30"]],
  ["CFA", ["W33"]],
]);

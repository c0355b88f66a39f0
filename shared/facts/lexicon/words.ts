// Small closed sets of English words that the readers of figures, periods and measures look at.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Words that end a noun phrase: they never are part of "13 new workers". */
export const FUNCTION_WORDS = set(
  `a an the this that these those each every all both either neither no some any such
  of in on at by for from to into onto over under above below between among amid across along around about after before
  since until till during through throughout within without against toward towards near off out up down upon per via
  despite beyond behind beside besides except like unlike than as with plus minus versus vs
  and or but nor so yet if when while where whereas because although though unless whether once which who whom whose what
  how why there here then now thus therefore however also too only even just still already again ever never not
  i you he she it we they me him her us them my your his its our their mine yours hers ours theirs himself herself itself
  themselves myself ourselves
  is are was were be been being am has have had having do does did done will would shall should can could may might must
  cannot ought 's n't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
  shouldn't
  more less most least much many few fewer several enough rather quite very almost nearly roughly approximately
  later earlier ago away soon apart together respectively overall instead meanwhile today yesterday tomorrow
  one including according compared due`,
);

/** Verbs, mostly in the past, that often stand right after a counted noun or number and are no nouns themselves. */
export const COMMON_VERBS = set(
  `said says say saying told tells went goes go gone came comes come coming made makes make making took takes take taken
  taking gave gives give given giving got gets get getting saw sees see seen found finds find became become becomes began
  begin begins begun left leave leaves leaving lost lose loses losing won win wins winning held hold holds holding kept keep
  keeps brought bring brings bought buy buys sold sell sells paid pay pays led lead leads met meet meets ran run runs running
  fell fall falls falling rose rise rises rising grew grow grows growing stood stand stands sat sit spent spend spends sent
  send sends set sets put puts cut cuts hit hits let lets showed show shows shown knew know knows known thought think thinks
  felt feel feels wrote write writes written spoke speak speaks spoken died die dies dying killed kill kills injured wounded
  arrested hurt voted vote votes approved approve rejected reject signed sign agreed agree announced announce expected expect
  expects reported report reports asked ask asks called call calls named used use uses using worked works working lived live
  lives living moved move moves moving opened open opens closed close closes closing started start starts starting ended end
  ends ending remained remain remains stayed stay stays returned return returns turned turn turns passed pass passes played
  play plays scored score scores joined join joins received receive receives produced produce produces needed need needs want
  wants wanted allowed allow allows included include includes contained contain contains covered cover covers covering
  conducted based located aged worth wide long tall high deep old strong away fled flee faced face faces attended attend
  attends participated participate surveyed interviewed detained displaced rescued evacuated missing dead alive infected
  reach reached reaches reaching exceed exceeded exceeds total totalled totaled totalling totaling amounted amounting
  accounted accounting increased decreased declined dropped jumped climbed slipped slid surged plunged gained added
  traded trading ranging ranged served serve serves serving arrived arrive arrives follow followed follows supported
  support supports oppose opposed want finished finish finishes marked mark marks measured measuring measures
  posted earned recorded exported imported invested generated generating employ employs employed owned own owns`,
);

/** Verbs and nouns of rise: past, present, infinitive, participle. */
export const UP_WORDS = set(
  `up rose rise rises rising risen increase increased increases increasing grew grow grows growing grown jumped jump jumps
  jumping climbed climb climbs climbing gained gain gains gaining soared soar soars soaring surged surge surges surging
  advanced advance advances advancing added adds adding rallied rally rallies expanded expand expands expanding leapt leaped
  leap strengthened strengthen strengthens improved improve improves improving widened widen widens swelled spiked spike
  skyrocketed appreciated accelerated boosted boost boosts raised raise raises raising hiked hike lifted rebounded rebound
  edged-up +`,
);

/** Verbs and nouns of fall. */
export const DOWN_WORDS = set(
  `down fell fall falls falling fallen decrease decreased decreases decreasing declined decline declines declining dropped
  drop drops dropping slid slide slides sliding slipped slip slips slipping plunged plunge plunges plunging plummeted plummet
  plummets plummeting lost lose loses losing tumbled tumble tumbles tumbling sank sink sinks sinking shrank shrink shrinks
  shrinking shrunk contracted contract contracts contracting cut cuts cutting reduced reduce reduces reducing lowered
  lowers slumped slump slumps slumping crashed crash shed sheds retreated retreat eased ease eases dipped dip dips dipping
  weakened weaken weakens narrowed narrow narrows narrowing depreciated slashed slash trimmed trim dived slowed slow slows
  dwindled fewer`,
);

/** Verbs that link a measure to its value: the noun phrase before them is what the number measures. */
export const LINK_VERBS = set(
  `is are was were be been being stood stands stand reached reaches reach reaching totalled totaled totals total
  totalling totaling amounted amounts amount came comes come hit hits exceeded exceeds exceed averaged averages
  average equalled equaled equals equal remained remains remain represented represents represent accounted accounts
  account ended ends finished finishes closed closes opened opens traded trades trading cost costs costing worth
  touched surpassed topped measured measures weighed weighs`,
);

/** Units that may follow an article of time or a duration: "a small increase". Nouns of change in either direction. */
export const CHANGE_NOUNS = set(
  `increase rise growth gain jump surge decrease decline fall drop reduction cut slump boost improvement expansion
  contraction uptick upturn downturn dip climb leap change`,
);

export const PREPOSITIONS = set(
  `of in on at by for from to into over under between among across during since until through within without against
  toward towards with per as than`,
);

/** Adverbs that may stand between a verb and its number without changing the sense. */
export const SOFT_WORDS = set(
  `by a an the only just further another additional as much still even also again already total of sharply slightly
  steadily significantly dramatically quickly modestly some marginally itself`,
);

/** Words before a bare number that make it a name or a place in a list, not a quantity. */
export const LABELS = set(
  `no nos number numbers section sections chapter chapters article articles clause paragraph para page pages pp p vol volume
  part unit room floor flight route highway road channel game group grade level phase stage tier class type model version
  figure fig table line item step act episode season week round lot block gate platform track terminal pier bus train
  apartment apt suite fortune ftse box resolution directive regulation rule order bill law amendment protocol annex appendix
  exhibit schedule form ward district precinct zone area sector column row square category catch interstate junction exit
  pillar point #`,
);

/** Last words of street names. */
export const STREETS = set(
  'street st road rd avenue ave boulevard blvd lane ln drive dr court ct place square terrace way highway close crescent',
);

/** Plural nouns that do not end in -s, and their singular. "people" stays as the benchmark counts it. */
export const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map([
  ['people', 'people'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['fishermen', 'fisherman'],
  ['policemen', 'policeman'],
  ['servicemen', 'serviceman'],
  ['lawmen', 'lawman'],
  ['gunmen', 'gunman'],
  ['businessmen', 'businessman'],
  ['congressmen', 'congressman'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['oxen', 'ox'],
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
  ['media', 'medium'],
  ['data', 'data'],
  ['cattle', 'cattle'],
  ['sheep', 'sheep'],
  ['fish', 'fish'],
  ['aircraft', 'aircraft'],
  ['personnel', 'personnel'],
  ['staff', 'staff'],
  ['police', 'police'],
  ['troops', 'troop'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['knives', 'knife'],
  ['wolves', 'wolf'],
  ['halves', 'half'],
  ['leaves', 'leaf'],
  ['thieves', 'thief'],
  ['shelves', 'shelf'],
  ['buses', 'bus'],
  ['viruses', 'virus'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['bases', 'base'],
  ['movies', 'movie'],
  ['ties', 'tie'],
  ['series', 'series'],
  ['species', 'species'],
  ['shoes', 'shoe'],
  ['canoes', 'canoe'],
  ['horsepower', 'horsepower'],
]);

/** Words in -s that are no plurals. */
export const NO_PLURALS = set(
  `is was has does this his its us as yes thus plus bus gas less across always perhaps besides towards afterwards news
  politics economics mathematics physics business class glass process access address success loss mass boss press status
  basis crisis analysis virus campus census focus bonus surplus consensus progress congress various previous serious
  famous numerous religious dangerous obvious straight`,
);

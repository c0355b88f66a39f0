// Organisation and event words: nouns that make a run of capitalised words an organisation, an event or a place.
import { wordList } from './wordList.ts';

/** Capitalised anywhere in a run they make it an organisation. */
export const ORGANISATION_WORDS = wordList(
  'Ministry Department Agency Bureau Office Commission Committee Council Board Authority Administration Secretariat ' +
    'Directorate Inspectorate Court Tribunal Parliament Congress Senate Assembly Bundestag Duma Knesset Diet Chamber ' +
    'Cabinet Government Treasury Embassy Consulate Mission Delegation Party Movement Front Union Alliance Coalition ' +
    'League Federation Confederation Association Society Institute Institution Foundation Trust Fund Bank Group ' +
    'Company Corporation Corp Corp. Inc Inc. Ltd Ltd. LLC PLC plc GmbH Holdings Partners Industries Enterprises ' +
    'Systems Technologies Airlines Airways Railways Motors Pharmaceuticals Energy Petroleum Oil Gas Steel Telecom ' +
    'University College School Academy Laboratory Laboratories Observatory Hospital Clinic Church Museum Library ' +
    'Theatre Theater Orchestra Club FC Times Post Journal News Tribune Herald Gazette Guardian Observer Chronicle ' +
    'Telegraph Review Magazine Press Radio Television TV Network Broadcasting Media Army Navy Force Forces Guard Corps ' +
    'Police Brigade Battalion Service Services Network Organization Organisation Center Centre Project Initiative ' +
    'Campaign Caucus Consortium Cooperative Co-operative Exchange Registry Programme Program Forces Works Task Agency ' +
    'Ombudsman Rangers Advisers Associates Brothers Sons House Kremlin Pentagon Supporters Republicans Democrats Conservatives ' +
    'PAC Watch Tank Republic-Press Wire Daily Weekly Sun Star Mirror',
);

/** Whole names of well-known bodies that carry no organisation word. */
export const ORGANISATIONS = wordList(
  'White_House Kremlin Pentagon Downing_Street Wall_Street Whitehall Capitol_Hill Congress Senate Parliament Bundestag ' +
    'Duma Knesset Treasury NATO Interpol Hezbollah Hamas Taliban Greenpeace Oxfam Reuters Bloomberg Google Microsoft Apple ' +
    'Amazon Facebook Twitter Boeing Airbus Toyota Volkswagen Siemens Shell Exxon Gazprom Huawei Samsung Islamic_State ' +
    'United_Nations European_Union African_Union World_Bank Red_Cross Red_Crescent Supreme_Court Associated_Press ' +
    'Al_Jazeera Amnesty_International Human_Rights_Watch Labour Tories Fed Cabinet Instagram YouTube',
);

/** Capitalised in a run they make it an event. */
export const EVENT_WORDS = wordList(
  'Summit Conference Forum Congress Festival Olympics Games Cup Championship Championships Convention Exhibition Expo ' +
    'Fair Symposium Seminar Workshop Referendum Election Elections War Battle Revolution Uprising Accord Accords ' +
    'Treaty Protocol Agreement Dialogue Crisis Earthquake Hurricane Typhoon Cyclone Storm Day Week Debate Marathon ' +
    'Ceremony Jubilee Biennale Assizes Regatta Colloquium',
);

/** Capitalised at the end of a run (or at its beginning, as in "Lake X") they make it a place. */
export const PLACE_WORDS = wordList(
  'River Lake Sea Ocean Bay Gulf Strait Straits Island Islands Isle Isles Peninsula Mountain Mountains Mount Hill Hills ' +
    'Valley Desert Forest Canyon Coast Cape Beach Street Road Avenue Square Boulevard Lane Bridge Airport Port Harbour ' +
    'Harbor City Town Village County Province Region District Territory Territories Oblast State Republic Kingdom Park Plain ' +
    'Plains Delta Basin Highlands Lowlands Canal Dam Border Corridor Heights Springs Falls Station Terminal Quay Pass',
);

/** Connecting words allowed inside an organisation's, event's or place's name. */
export const NAME_LINKS = wordList('of for on and & the de des du della in');
/** Particles allowed inside a person's name. */
export const NAME_PARTICLES = wordList(
  'de da di do dos das del della den der des du e el al la las le los van von zu zur ten ter bin bint ibn ben y af av al-',
);
/** What may follow a surname. */
export const NAME_SUFFIXES = wordList('Jr Jr. Sr Sr. II III IV PhD Ph.D. MD M.D. Esq Esq. QC KC MP MEP CBE OBE');

// Places: countries, capitals, large cities and regions, and the adjectives made of them, as a news reader meets them.
import { wordList } from './wordList.ts';

export const PLACES = wordList(
  'Afghanistan Albania Algeria Andorra Angola Antigua Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain ' +
    'Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Herzegovina Botswana Brazil Brunei Bulgaria ' +
    'Burkina_Faso Burundi Cambodia Cameroon Canada Cape_Verde Chad Chile China Colombia Comoros Congo Costa_Rica Croatia ' +
    'Cuba Cyprus Czechia Czech_Republic Denmark Djibouti Dominica Dominican_Republic East_Timor Ecuador Egypt ' +
    'El_Salvador Equatorial_Guinea Eritrea Estonia Eswatini Ethiopia Fiji Finland France Gabon Gambia Georgia Germany ' +
    'Ghana Greece Grenada Guatemala Guinea Guinea-Bissau Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq ' +
    'Ireland Israel Italy Ivory_Coast Jamaica Japan Jordan Kazakhstan Kenya Kiribati Kosovo Kuwait Kyrgyzstan Laos Latvia ' +
    'Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg Madagascar Malawi Malaysia Maldives Mali Malta ' +
    'Marshall_Islands Mauritania Mauritius Mexico Micronesia Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar ' +
    'Burma Namibia Nauru Nepal Netherlands New_Zealand Nicaragua Niger Nigeria North_Korea North_Macedonia Norway Oman ' +
    'Pakistan Palau Palestine Panama Papua_New_Guinea Paraguay Peru Philippines Poland Portugal Qatar Romania Russia ' +
    'Rwanda Samoa San_Marino Saudi_Arabia Senegal Serbia Seychelles Sierra_Leone Singapore Slovakia Slovenia ' +
    'Solomon_Islands Somalia South_Africa South_Korea South_Sudan Spain Sri_Lanka Sudan Suriname Sweden Switzerland Syria ' +
    'Taiwan Tajikistan Tanzania Thailand Togo Tonga Trinidad Tobago Tunisia Turkey Türkiye Turkmenistan Tuvalu Uganda ' +
    'Ukraine United_Arab_Emirates UAE United_Kingdom UK U.K. Britain Great_Britain England Scotland Wales Northern_Ireland ' +
    'United_States United_States_of_America US U.S. USA U.S.A. America Uruguay Uzbekistan Vanuatu Vatican Venezuela ' +
    'Vietnam Yemen Zambia Zimbabwe Korea Greenland Hong_Kong Macau Gibraltar Puerto_Rico Crimea Gaza West_Bank ' +
    'Kabul Tirana Algiers Luanda Buenos_Aires Yerevan Canberra Vienna Baku Manama Dhaka Minsk Brussels Thimphu La_Paz ' +
    'Sarajevo Gaborone Brasilia Brasília Sofia Ouagadougou Phnom_Penh Yaounde Yaoundé Ottawa Santiago Beijing Bogota Bogotá ' +
    'Kinshasa San_Jose San_José Zagreb Havana Nicosia Prague Copenhagen Santo_Domingo Quito Cairo Asmara Tallinn ' +
    'Addis_Ababa Suva Helsinki Paris Libreville Banjul Tbilisi Berlin Accra Athens Conakry Georgetown Port-au-Prince ' +
    'Tegucigalpa Budapest Reykjavik New_Delhi Delhi Jakarta Tehran Baghdad Dublin Jerusalem Rome Kingston Tokyo Amman Astana ' +
    'Nairobi Pristina Bishkek Vientiane Riga Beirut Maseru Monrovia Tripoli Vilnius Antananarivo Lilongwe Kuala_Lumpur ' +
    'Male Bamako Valletta Nouakchott Mexico_City Chisinau Ulaanbaatar Podgorica Rabat Maputo Windhoek Kathmandu Amsterdam ' +
    'Wellington Managua Niamey Abuja Pyongyang Skopje Oslo Muscat Islamabad Panama_City Port_Moresby Asuncion Lima Manila ' +
    'Warsaw Lisbon Doha Bucharest Moscow Kigali Riyadh Dakar Belgrade Freetown Bratislava Ljubljana Mogadishu Pretoria ' +
    'Cape_Town Seoul Juba Madrid Colombo Khartoum Paramaribo Stockholm Bern Geneva Zurich Damascus Taipei Dushanbe Dodoma ' +
    'Bangkok Lome Tunis Ankara Ashgabat Kampala Kyiv Kiev Abu_Dhabi Dubai London Washington Washington,_D.C. Montevideo ' +
    'Tashkent Caracas Hanoi Sanaa Lusaka Harare Edinburgh Cardiff Belfast Manchester Birmingham Liverpool Glasgow Leeds ' +
    'Bristol Munich Hamburg Frankfurt Cologne Lyon Marseille Milan Naples Turin Barcelona Valencia Seville Porto Rotterdam ' +
    'Antwerp The_Hague Krakow Gdansk St._Petersburg Saint_Petersburg Kazan Odessa Odesa Kharkiv Lviv Istanbul Izmir Aleppo ' +
    'Mosul Basra Tel_Aviv Haifa Ramallah Alexandria Casablanca Lagos Kano Mombasa Johannesburg Durban Mumbai Bombay Kolkata ' +
    'Chennai Bangalore Bengaluru Hyderabad Karachi Lahore Peshawar Chittagong Yangon Rangoon Ho_Chi_Minh_City Saigon ' +
    'Shanghai Shenzhen Guangzhou Wuhan Chongqing Tianjin Osaka Kyoto Yokohama Nagoya Busan Sydney Melbourne Brisbane Perth ' +
    'Auckland Toronto Montreal Vancouver Calgary Quebec Ontario Alberta Manitoba Saskatchewan Nova_Scotia New_York ' +
    'New_York_City Los_Angeles Chicago Houston Phoenix Philadelphia San_Antonio San_Diego Dallas San_Francisco Seattle ' +
    'Denver Boston Detroit Atlanta Miami Orlando Cleveland Pittsburgh Baltimore Milwaukee Las_Vegas Portland Sacramento ' +
    'New_Orleans Brooklyn Manhattan Hollywood Silicon_Valley Alabama Alaska Arizona Arkansas California Colorado ' +
    'Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland ' +
    'Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico ' +
    'North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee ' +
    'Texas Utah Vermont Virginia West_Virginia Wisconsin Wyoming D.C. Rio_de_Janeiro Sao_Paulo São_Paulo Guadalajara ' +
    'Medellin Guayaquil Africa Asia Europe North_America South_America Latin_America Central_America Oceania Antarctica ' +
    'Middle_East Caucasus South_Caucasus Balkans Baltics Scandinavia Caribbean Central_Asia Southeast_Asia East_Asia ' +
    'Sahel Sahara Siberia Catalonia Bavaria Tibet Xinjiang Kashmir Punjab Bengal Donbas Donetsk Luhansk Arctic Atlantic ' +
    'Pacific Mediterranean Baltic Black_Sea Caspian Caspian_Sea Red_Sea Persian_Gulf Earth',
);

/** Adjectives and nouns of nation, region, party or faith: capitalised, but no names of persons or places. */
export const DEMONYMS = wordList(
  'Afghan Albanian Algerian American Americans Angolan Argentine Armenian Australian Austrian Azerbaijani Azeri Bahraini ' +
    'Bangladeshi Belarusian Belgian Bolivian Bosnian Brazilian British Britons Bulgarian Burmese Cambodian Cameroonian ' +
    'Canadian Canadians Chadian Chilean Chinese Colombian Congolese Croatian Cuban Cypriot Czech Danish Dutch Ecuadorian ' +
    'Egyptian English Estonian Ethiopian European Europeans Filipino Finnish French Gabonese Georgian German Germans ' +
    'Ghanaian Greek Greeks Guatemalan Haitian Honduran Hungarian Icelandic Indian Indians Indonesian Iranian Iranians ' +
    'Iraqi Iraqis Irish Israeli Israelis Italian Italians Ivorian Jamaican Japanese Jordanian Kazakh Kenyan Korean Kosovar ' +
    'Kurdish Kurds Kuwaiti Kyrgyz Lao Latvian Lebanese Liberian Libyan Lithuanian Macedonian Malaysian Malian Maltese ' +
    'Mexican Mexicans Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepali Nicaraguan Nigerian Norwegian ' +
    'Omani Pakistani Palestinian Palestinians Panamanian Paraguayan Peruvian Polish Poles Portuguese Qatari Romanian ' +
    'Russian Russians Rwandan Saudi Saudis Scottish Scots Senegalese Serbian Serbs Singaporean Slovak Slovenian Somali ' +
    'South_African Spanish Sudanese Swedish Swiss Syrian Syrians Taiwanese Tajik Tanzanian Thai Tunisian Turkish Turks ' +
    'Turkmen Ugandan Ukrainian Ukrainians Uruguayan Uzbek Venezuelan Vietnamese Welsh Yemeni Zambian Zimbabwean African ' +
    'Africans Asian Asians Arab Arabs Arabic Latin Latino Latinos Hispanic Hispanics Caribbean Nordic Baltic Western ' +
    'Eastern Northern Southern Muslim Muslims Islamic Christian Christians Catholic Catholics Protestant Orthodox Jewish ' +
    'Jews Hindu Hindus Buddhist Sikh Sunni Shia Shiite Mormon Republican Republicans Democrat Democrats Democratic ' +
    'Conservative Conservatives Liberal Liberals Socialist Communist Communists Labour Tory Green Greens Marxist Nazi ' +
    'Soviet Londoner Parisian Texan Californian New_Yorker Balkan Slavic Anglo-Saxon',
);

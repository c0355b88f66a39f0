// News of invented places in many languages, each of at least 400 characters where letters, and 200 where words are signs.

export interface LanguageSample {
  readonly language: string;
  readonly encodings: readonly string[];
  readonly text: string;
}

export const LANGUAGES: readonly LanguageSample[] = [
  {
    language: 'English',
    encodings: ['windows-1252', 'macintosh'],
    text: 'The island ferry will sail again in June, the port office said on Wednesday – after a winter in which storms closed the strait for 41 days. “We lost a season, not a harbour,” said director Ilse Tarn. “The quay isn’t old; it’s tired.” The town council voted to spend more on the lighthouse, which a naïve plan of last year had left out. Traders called the decision late but right, and asked for a clear date… Nobody in the hall spoke against it.',
  },
  {
    language: 'French',
    encodings: ['windows-1252', 'macintosh'],
    text: 'Le bac de l’île reprendra la mer en juin, a annoncé mercredi la direction du port, après un hiver où les tempêtes ont fermé le détroit pendant quarante et un jours. Le quai a été réparé, mais la grue ne sera prête qu’à l’été prochain. « Nous avons perdu une saison, pas un port », a déclaré la directrice devant le conseil. Les commerçants espèrent que les touristes reviendront très vite, et que les hôtels fermés dès l’automne rouvriront enfin leurs portes.',
  },
  {
    language: 'German',
    encodings: ['windows-1252', 'macintosh'],
    text: 'Die Inselfähre wird im Juni wieder auslaufen, teilte das Hafenamt am Mittwoch mit. Im Winter hatten Stürme die Meerenge an einundvierzig Tagen geschlossen. „Wir haben eine Saison verloren, nicht den Hafen“, sagte die Direktorin vor dem Gemeinderat. Für die Händler müssen die Gäste möglichst früh zurückkehren; über größere Zuschüsse wird erst im Spätsommer entschieden. Die Brücke zum alten Leuchtturm bleibt bis auf Weiteres gesperrt.',
  },
  {
    language: 'Spanish',
    encodings: ['windows-1252', 'macintosh'],
    text: 'El transbordador de la isla volverá a navegar en junio, informó el miércoles la dirección del puerto, tras un invierno en el que los temporales cerraron el estrecho durante cuarenta y un días. «Perdimos una estación, no un puerto», dijo la directora ante el consejo. Según los comerciantes, los turistas regresarán en verano; mañana se decidirá qué pasará con la grúa pequeña y con el faro del año pasado, que aún espera reparación.',
  },
  {
    language: 'Portuguese',
    encodings: ['windows-1252'],
    text: 'A balsa da ilha voltará a navegar em junho, informou na quarta-feira a direção do porto, após um inverno em que as tempestades fecharam o estreito durante quarenta e um dias. “Perdemos uma estação, não um porto”, disse a diretora à câmara. Os comerciantes esperam que os turistas regressem no verão; amanhã será decidido o que acontecerá com a grua e com o farol, cuja reparação ainda não começou por falta de peças.',
  },
  {
    language: 'Swedish',
    encodings: ['windows-1252'],
    text: 'Öns färja ska åter gå i juni, meddelade hamnkontoret på onsdagen, efter en vinter då stormar stängde sundet i fyrtioen dagar. ”Vi förlorade en säsong, inte en hamn”, sade direktören inför kommunfullmäktige. Handlarna hoppas att gästerna återvänder redan före midsommar. Frågan om den gamla fyren avgörs först nästa år, eftersom pengarna inte räcker till både kajen och bron över ån.',
  },
  {
    language: 'Polish',
    encodings: ['windows-1250', 'iso-8859-2'],
    text: 'Prom na wyspę znów wypłynie w czerwcu, poinformowała w środę dyrekcja portu, po zimie, w której sztormy zamknęły cieśninę na czterdzieści jeden dni. Dyrektorka powiedziała radzie, że stracono sezon, a nie port. Kupcy mają nadzieję, że goście wrócą jeszcze przed latem. O dźwigu i starej latarni będzie się rozstrzygać dopiero jesienią, ponieważ brakuje pieniędzy na naprawę obu nabrzeży. Żaden z radnych nie zgłosił sprzeciwu.',
  },
  {
    language: 'Czech',
    encodings: ['windows-1250', 'iso-8859-2'],
    text: 'Ostrovní přívoz vypluje znovu v červnu, oznámila ve středu správa přístavu, po zimě, kdy bouře uzavřely úžinu na čtyřicet jedna dní. Ředitelka řekla zastupitelům, že město přišlo o sezónu, nikoli o přístav. Obchodníci doufají, že se hosté vrátí ještě před létem. O jeřábu a o starém majáku se rozhodne až příští rok, protože peníze nestačí na opravu obou nábřeží. Žádný ze zastupitelů nebyl proti.',
  },
  {
    language: 'Hungarian',
    encodings: ['windows-1250', 'iso-8859-2'],
    text: 'A szigeti komp júniusban újra közlekedik, közölte szerdán a kikötő igazgatósága, miután a télen a viharok negyvenegy napra lezárták a szorost. Az igazgatónő a képviselő-testület előtt azt mondta, hogy egy idényt veszítettek el, nem a kikötőt. A kereskedők remélik, hogy a vendégek már a nyár előtt visszatérnek. A daruról és a régi világítótoronyról csak jövőre döntenek, mert nincs elég pénz a rakpart felújítására.',
  },
  {
    language: 'Russian',
    encodings: ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'],
    text: 'Островной паром снова выйдет в море в июне, сообщила в среду дирекция порта, после зимы, когда шторма закрывали пролив на сорок один день. Директор сказала на заседании совета, что город потерял сезон, но не гавань. Торговцы надеются, что гости вернутся еще до лета. О кране и старом маяке будут решать только осенью, потому что денег не хватает на ремонт обеих набережных. Никто из депутатов не выступил против.',
  },
  {
    language: 'Ukrainian',
    encodings: ['windows-1251', 'koi8-u'],
    text: 'Острівний пором знову вийде в море у червні, повідомила в середу дирекція порту, після зими, коли шторми закривали протоку на сорок один день. Директорка сказала на засіданні ради, що місто втратило сезон, але не гавань. Торговці сподіваються, що гості повернуться ще до літа. Про кран і старий маяк вирішуватимуть лише восени, бо грошей не вистачає на ремонт обох набережних. Ніхто з депутатів не виступив проти цього рішення.',
  },
  {
    language: 'Greek',
    encodings: ['windows-1253'],
    text: 'Το πλοίο του νησιού θα ταξιδέψει ξανά τον Ιούνιο, ανακοίνωσε την Τετάρτη η διεύθυνση του λιμανιού, μετά από έναν χειμώνα όπου οι θύελλες έκλεισαν τον πορθμό για σαράντα μία ημέρες. Η διευθύντρια είπε στο συμβούλιο ότι χάθηκε μία περίοδος, όχι ένα λιμάνι. Οι έμποροι ελπίζουν ότι οι επισκέπτες θα επιστρέψουν πριν από το καλοκαίρι. Για τον παλιό φάρο θα αποφασίσουν το φθινόπωρο.',
  },
  {
    language: 'Turkish',
    encodings: ['windows-1254'],
    text: 'Ada vapuru haziranda yeniden sefere çıkacak, liman müdürlüğü çarşamba günü açıkladı; kışın fırtınalar boğazı kırk bir gün kapatmıştı. Müdür, mecliste bir mevsimi kaybettiklerini ama limanı kaybetmediklerini söyledi. Esnaf, konukların yazdan önce döneceğini umuyor. Vinç ve eski deniz feneri için karar ancak sonbaharda verilecek, çünkü iki rıhtımın onarımına para yetmiyor. Hiçbir üye karşı çıkmadı.',
  },
  {
    language: 'Hebrew',
    encodings: ['windows-1255'],
    text: 'מעבורת האי תשוב להפליג ביוני, כך הודיעה ביום רביעי הנהלת הנמל, לאחר חורף שבו סגרו הסערות את המצר במשך ארבעים ואחד ימים. המנהלת אמרה למועצה כי העיר איבדה עונה אחת אך לא את הנמל. הסוחרים מקווים שהאורחים יחזרו עוד לפני הקיץ. על העגורן ועל המגדלור הישן יוחלט רק בסתיו, משום שאין די כסף לתיקון שני הרציפים. איש מחברי המועצה לא התנגד להחלטה הזאת.',
  },
  {
    language: 'Arabic',
    encodings: ['windows-1256'],
    text: 'ستعود عبارة الجزيرة إلى الإبحار في شهر يونيو، حسبما أعلنت إدارة الميناء يوم الأربعاء، بعد شتاء أغلقت فيه العواصف المضيق واحدا وأربعين يوما. وقالت المديرة أمام المجلس إن المدينة خسرت موسما ولم تخسر ميناء. ويأمل التجار أن يعود الضيوف قبل الصيف. أما الرافعة والمنارة القديمة فلن يتخذ قرار بشأنهما إلا في الخريف، لأن المال لا يكفي لإصلاح الرصيفين معا.',
  },
  {
    language: 'Lithuanian',
    encodings: ['windows-1257'],
    text: 'Salos keltas vėl išplauks birželį, trečiadienį pranešė uosto direkcija, po žiemos, kai audros uždarė sąsiaurį keturiasdešimt vienai dienai. Direktorė tarybai sakė, kad miestas prarado sezoną, bet ne uostą. Prekybininkai tikisi, kad svečiai sugrįš dar prieš vasarą. Dėl krano ir senojo švyturio bus sprendžiama tik rudenį, nes pinigų neužtenka abiejų krantinių remontui. Niekas iš tarybos narių neprieštaravo.',
  },
  {
    language: 'Japanese',
    encodings: ['shift_jis', 'euc-jp', 'iso-2022-jp'],
    text: '島のフェリーは六月に運航を再開すると、港の事務局が水曜日に発表した。冬の嵐のため、海峡は四十一日間にわたって閉鎖されていた。港長は議会で「失ったのは一つの季節であり、港ではない」と述べた。商店の人々は、夏の前に客が戻ってくることを期待している。古い灯台とクレーンについては、岸壁の修理に資金が足りないため、秋になってから決定される見通しだという。反対する議員は一人もいなかった。事務局は来週、新しい時刻表を配る予定である。',
  },
  {
    language: 'Simplified Chinese',
    encodings: ['gb18030'],
    text: '港口办公室星期三宣布，岛上的渡轮将于六月恢复航行。去年冬天的风暴使海峡关闭了四十一天。港口主任在议会上说，我们失去的是一个季节，而不是一个港口。商人们希望客人在夏天之前回来。由于资金不足以修理两个码头，关于起重机和旧灯塔的决定要等到秋天才能作出。没有一位议员表示反对。办公室下星期将公布新的时间表，并且请居民提出意见。去年的货物运输量比前年减少了很多，但是主任认为今年的情况会好起来，因为码头的维修工作已经完成了。',
  },
  {
    language: 'Traditional Chinese',
    encodings: ['big5'],
    text: '港口辦公室星期三宣布，島上的渡輪將於六月恢復航行。去年冬天的風暴使海峽關閉了四十一天。港口主任在議會上說，我們失去的是一個季節，而不是一個港口。商人們希望客人在夏天之前回來。由於資金不足以修理兩個碼頭，關於起重機和舊燈塔的決定要等到秋天才能作出。沒有一位議員表示反對。辦公室下星期將公布新的時間表，並且請居民提出意見。去年的貨物運輸量比前年減少了很多，但是主任認為今年的情況會好起來，因為碼頭的維修工作已經完成了。',
  },
  {
    language: 'Korean',
    encodings: ['euc-kr'],
    text: '섬을 오가는 여객선이 유월에 다시 운항한다고 항만 사무소가 수요일에 밝혔다. 지난 겨울 폭풍으로 해협은 사십일 일 동안 닫혀 있었다. 소장은 의회에서 잃은 것은 한 계절이지 항구가 아니라고 말했다. 상인들은 여름이 오기 전에 손님들이 돌아오기를 바라고 있다. 부두 두 곳을 고칠 돈이 모자라기 때문에 오래된 등대와 기중기에 대한 결정은 가을에야 내려질 것이다. 반대한 의원은 한 사람도 없었다. 사무소는 다음 주에 새 시간표를 나누어 줄 예정이다.',
  },
  {
    language: 'Thai',
    encodings: ['windows-874'],
    text: 'สำนักงานท่าเรือแจ้งเมื่อวันพุธว่าเรือข้ามฟากของเกาะจะกลับมาแล่นอีกครั้งในเดือนมิถุนายน หลังจากฤดูหนาวที่พายุทำให้ช่องแคบต้องปิดเป็นเวลาสี่สิบเอ็ดวัน ผู้อำนวยการกล่าวต่อสภาว่าเมืองเสียไปเพียงหนึ่งฤดูกาล ไม่ได้เสียท่าเรือ พ่อค้าหวังว่าแขกจะกลับมาก่อนฤดูร้อน ส่วนเรื่องประภาคารเก่าจะตัดสินใจในฤดูใบไม้ร่วงเพราะเงินไม่พอสำหรับซ่อมท่าเรือทั้งสองแห่ง',
  },
];

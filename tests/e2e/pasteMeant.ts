// What the tests of pasting mean: what each program's HTML becomes, and the ways in which HTML acts.

/** What each program's HTML becomes; in the signs of sketch.ts. */
export const MEANT: Readonly<Record<string, string>> = {
  word: `
h1 Quay dues at Ostrel
h1 1. What is asked
p The board of Ostrel asks for *a decision* by /next /_/Friday/_; see [the notice](https://ostrel.example/dues?id=7&p=2) and part 1.^[1]^
p Dues were raised~lowered~ once. The gas is CO,2,, the area 40 m^2^.
- Berths
  - Inner mole
    - North steps
- Cranes
p Steps:
3. Ask the pilots
  1. by letter
  2. by call
4. Decide
h2 Figures
| #Pier | #c2@right Dues
| r2 East | 2023 | @right 412
| 2024 | @right 430 ¶ provisional
p After the picture.
<pageBreak>
p New page.
p ^[1]^ Harbour gazette, issue 9.`,
  wordOnline: `
h2 Next steps
- Dredge the basin
  - before May
- *Mend* the quay`,
  googleDocs: `
h2 Lock keepers
p The keepers of *Vellin Lock*/ went home/~, twice~, says [the log](https://vellin.example/a). H,2,O
5. Close the gate
  - slowly
    - by hand
6. Call the mill
- ☑ Grease the hinges
- ☐ Paint the beam
| #Gate | #Keeper
| Upper | • Anno Brill ¶ • Tess Orme`,
  libreOffice: `
h1 Ferry of Tarn Holm
p The *ferry* runs _twice_ a day^1^, ~not~ at night.
h2 Fares
2. Adults
  1. single
  2. return
    - same day
3. Carts
  p with two wheels
> We row when the rope breaks.
> We always have.
> -- Ferryman Odd
<caption> Fares from May
| #Who | #Single | #Return
| r2 Adults | @right 4 crowns | @right 7 crowns
| c2@center free on feast days
p 1Weather allowing.`,
  chrome: `
h2 Fog over Sallow Reach
p The *harbour* was /closed/ for _nine_ hours, said the [log](https://reach.example/log) and [the desk](mailto:desk@reach.example); more, files, mixed, here.
p Before after.
<image A dot>
p Press
- Pilots
  1. first
  2. second
- Tugs
| tug | crew
- Boats
> It was “thick” as wool.
> • said one
> -- Mara Quill, pilot
p line one|line two
p Nine of 40 boats|waited.
p Then they left. ⛵
p x=2
p More
p inside
p plain
p block
p tail
p <script>window.__ran=13</script> is text
p [card](https://a.example)
p typed area`,
  textEdit: `
p *Minutes*
p The clerk read the /log/.
- Ropes
- Oars
  - six new
1. Close`,
  mail: `
h1 Bulletin of Holm
p Dear Ida,
| #Day | #Boats
| Monday | 12
p Yours,|Odd
p On 3 May, Ida wrote:
> Is the rope mended?
> Not yet.
> --`,
  excel: `
| Pier | c2 Tonnes
| East | @right 412.5 | @right 50%`,
  chat: `
p The rope is here.|Who fetches it?
p *Odd* will.
p Ida
p 09:14`,
  pdfJs: `
p The council of Tarn Holm met on the second day of the fair and heard the ferryman, who asked for a new rope and for a roof over the landing stage, because the old one had been carried off by the wind in the first storm of the winter.`,
};

/** HTML that acts or fetches by itself where it is shown; RAN stands for what it does. */
export const WAYS: readonly string[] = [
  '<img src=x onerror=RAN>',
  '<svg><animate onbegin=RAN attributeName=x dur=1s>',
  '<svg/onload=RAN>',
  '<svg><script>RAN</script></svg>',
  '<svg><a xlink:href="javascript:RAN"><text y=20>go</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=RAN>#x"/></svg>',
  '<math><maction actiontype="statusline#" xlink:href="javascript:RAN">go</maction></math>',
  '<math><mtext><table><mglyph><style><img src=x onerror=RAN></style></mglyph></table></mtext></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=RAN>',
  '<noscript><p title="</noscript><img src=x onerror=RAN>">',
  '<title><p title="</title><img src=x onerror=RAN>">',
  '<textarea></textarea><img src=x onerror=RAN>',
  '<template><img src=x onerror=RAN></template>',
  '<iframe srcdoc="<script>RAN</script>"></iframe>',
  '<iframe src="javascript:RAN"></iframe>',
  '<object data="data:text/html,<script>RAN</script>"></object>',
  '<embed src="javascript:RAN">',
  '<a href="java&#9;script:RAN">tab</a>',
  '<a href="&#1;javascript:RAN">control</a>',
  '<a href="vbscript:RAN">vb</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">data</a>',
  '<a href="https://ok.example" onclick=RAN>handler</a>',
  '<form action="javascript:RAN"><button>press</button></form>',
  '<button formaction="javascript:RAN">press</button>',
  '<input onfocus=RAN autofocus>',
  '<details open ontoggle=RAN>',
  '<video><source onerror=RAN></video>',
  '<audio src=x onerror=RAN></audio>',
  '<body onload=RAN>',
  '<link rel=stylesheet href="https://acts.example/a.css">',
  '<meta http-equiv=refresh content="0;url=https://acts.example/">',
  '<base href="https://acts.example/">',
  '<style>@import "https://acts.example/a.css"; p { background: url(https://acts.example/b) }</style>',
  '<p style="background:url(https://acts.example/c)">styled</p>',
  '<table background="https://acts.example/d"><tr><td>cell</td></tr></table>',
  '<img srcset="https://acts.example/e 2x" src="https://acts.example/f">',
  '<picture><source srcset="https://acts.example/g"><img src="//acts.example/h"></picture>',
  '<p data-pm-slice=\'0 0 ["image",{"media":"x"},"paragraph",null]\'>slice</p>',
  '<header class="title-block" data-chancery="x"><h1 class="title">t</h1></header><span class="own">7</span>',
  '<figure data-chart=\'{"__proto__":{"polluted":1}}\'>chart</figure>',
];

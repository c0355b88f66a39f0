// Quotations of our own writing, with the words marked that may be left out, for the mutations and the allowed edits.

/** Words in { } may be left out behind an ellipsis without a change of sense. */
const WRITTEN: readonly string[] = [
  'We will not close the {old} mill before the harvest is in. Nobody here wants that.',
  'If the bridge holds, we may open the {southern} road on 3 April; if it doesn’t, we wait.',
  'Only two of the nine boats came home {that night}. The others have never been found.',
  'I can’t promise {you} a third ferry. I can promise that the two we have will sail.',
  'Our income rose by 12 per cent, to 4.6 million crowns, {as everybody knows,} and it must not fall again.',
  'The council asked for {more} time; the town, as you know, asked for bread.',
  'My grandmother called it “the dry year”. {In our house} we still count from it.',
  'Unless the dam is mended, 1,400 houses stand in danger. That is no guess: it is arithmetic.',
  'They told us the well was clean. It was not clean, {believe me,} and they knew.',
  'You could hear the ice break from {as far as} the church. Nobody slept.',
  'The price of a loaf has doubled since May — from 8 crowns to 16 — while wages stood still.',
  'We neither bought nor sold {any of} those shares, and I would ask you to print that.',
  'There might be a second vote. There will be no third {one}.',
  'Every child in this {small} valley learns to swim before she learns to read.',
  'He should have asked the pilots first. The pilots would have said no.',
  'The museum’s roof leaks, its heating fails, and its director — whoever that is — never answers.',
  'At 6.15 in the morning the {first} siren went, and by seven o’clock the quay was empty.',
  'I have seen {in my life} better plans drawn on the back of a bread wrapper.',
  'Of the 318 people we asked, 201 were for it, 90 against, and the rest shrugged.',
  'The treaty says “as soon as possible”; it does not say {anything about} Tuesday.',
  'Without the lighthouse there is no harbour. Without the harbour there is no {proper} town.',
  'We pay £14,250 a year for a {telephone} line that rings twice.',
  'Almost all our apples go abroad. Hardly any of them come back as cider, {more’s the pity}.',
  'It’s not that we distrust the company; it’s that we’ve read its {latest} accounts.',
  'Whoever wins on Sunday will find an empty treasury and a {very} full inbox.',
  'The ministry’s figures are wrong. Ours may be wrong {too}, but we show how we got them.',
  'One in five teachers left last year. One in five!',
  'The river rises 40 centimetres in a night. You don’t argue with it {at all}; you carry the chairs upstairs.',
  'I never said the strike was over. I said {to them} that the talks had begun.',
  'Before 2019 we had eleven doctors. Today, {on a good day,} we have three.',
  'Half of the grant went on paper. The other half went on {the} people who file it.',
  'Let nobody tell you the forest is dying. It is being cut {down}.',
];

export interface OwnQuotation {
  readonly text: string;
  /** Stretches of `text` that may be left out. */
  readonly spare: readonly { readonly start: number; readonly end: number }[];
}

export const OWN_QUOTATIONS: readonly OwnQuotation[] = WRITTEN.map((written) => {
  const spare: { start: number; end: number }[] = [];
  let text = '';
  written.split(/[{}]/u).forEach((part, index) => {
    if (index % 2 === 1) spare.push({ start: text.length, end: text.length + part.length });
    text += part;
  });
  return { text, spare };
});

// clean: lines that a web page leaves around an article (advertisements, share buttons, cookie notices) are left out and named.
import { outcome, type Message, type Outcome } from '../base/result.ts';
import { trimMarks } from '../text/trim.ts';

/**
 * Each form fits a whole line, in lower case, its spaces single, without bullets before it and arrows or stops after it.
 * A line that says anything of its own fits none: when in doubt the line stays.
 */
const JUNK: readonly RegExp[] = [
  // Invitations to read on.
  /^(?:read|see|learn|find out|discover|show|view|load) more(?: (?:here|on this|about this|stories|articles|news))?$/u,
  /^(?:read|see) (?:more|also|next)(?: (?:on this|from|about))? ?[:|-] [^.]{1,160}$/u,
  /^(?:also read|read also|related|more on this|more from [^.]{1,40}|editor['’]s picks?) ?[:|-] [^.]{1,160}$/u,
  /^(?:continue|keep) reading(?: (?:below|the main story|the article))?$/u,
  /^(?:read|view|see) (?:the )?(?:full|whole|original|entire|rest of the|rest of this) (?:story|article|report|text|post)(?: here| at [^ ]{3,60})?$/u,
  /^(?:story|article|content) continues(?: below)?(?: (?:this |the )?(?:advertisement|ad))?$/u,
  /^(?:related|more|most|top|latest|recommended|trending|popular)(?: read| viewed| popular| shared)? (?:articles?|stories|news|posts|content|topics|videos|links|headlines|reading)$/u,
  /^(?:most (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you)?|you (?:may|might) (?:also |be )?(?:like|interested in)|more (?:from|in|on) (?:this|the same) (?:author|section|topic)|more like this|don['’]t miss|related|up next|editor['’]s picks?)$/u,
  // Advertisements.
  /^(?:advertisements?|advert|ads?|sponsored(?: content| by| post)?|paid (?:content|post|partner content)|promoted(?: content)?|partner content|advertise with us)$/u,
  /^(?:advertisement|ad) ?[-–—:|] ?(?:continue reading below|scroll to continue|story continues below|skip|close)$/u,
  /^(?:scroll|skip) to (?:continue|content|main content|navigation|next)(?: with content)?$/u,
  // Sharing.
  /^share (?:(?:this|full)(?: (?:article|story|post|page|video|page|news))?|it|now|via [\p{L}-]{2,20}|with (?:friends|others|your friends))$/u,
  /^share (?:this |this article |this story |it )?(?:on|to) (?:[\p{L}]{1,12}(?:,| and| or)? ?){1,5}$/u,
  /^(?:(?:share|tweet|pin|print|save|e-?mail|copy link|whatsapp|facebook|twitter|telegram|linkedin|reddit|pinterest|instagram|messenger|x)(?: ?[|/,•·] ?| )){1,10}(?:share|tweet|pin|print|save|e-?mail|copy link|whatsapp|facebook|twitter|telegram|linkedin|reddit|pinterest|instagram|messenger|x)$/u,
  /^(?:click|tap) (?:here|below|on the (?:link|button))(?: (?:to|for) [^.]{1,80})?$/u,
  /^listen to (?:this|the) (?:article|story)(?: \(?[\d:]+(?: min(?:utes?)?)?\)?)?$/u,
  /^(?:\d{1,4} )?comments?(?: \(?\d{1,5}\)?)?$/u,
  /^(?:leave a (?:comment|reply)|post a comment|(?:join|start) the (?:conversation|discussion)|view comments|(?:log ?in|sign in|register) to (?:comment|continue|read more|reply)|show comments)$/u,
  /^(?:\d{1,3} min(?:ute)?s?(?: read)?|(?:estimated )?reading time:? \d{1,3} min(?:ute)?s?|\d[\d,.]*k? (?:views|shares|likes))$/u,
  // Follow, subscribe, download.
  /^follow (?:us|@[\p{L}\p{N}_]+|(?:us|@?[\p{L}\p{N}_]+|[\p{L}\p{N}_]+ [\p{L}\p{N}_]+|[\p{L}\p{N}_]+ [\p{L}\p{N}_]+ [\p{L}\p{N}_]+) (?:on (?:facebook|twitter|x|instagram|telegram|linkedin|youtube|tiktok|whatsapp|google news|social media)|via rss)\b[^.]{0,100})$/u,
  /^(?:like|find|join|connect with|visit) us (?:on|at) [^.]{1,100}$/u,
  /^(?:sign up|subscribe|register)(?: now| here| today)? (?:for|to) [^,.]{0,80}\b(?:newsletters?|alerts?|updates|inbox|podcasts?|channel|unlimited|free trial|our app|(?:an|your|our|free|daily|by) e-?mails?|(?:an|your|our|free) accounts?)\b[^,]{0,60}$/u,
  /^(?:get|receive) (?:our|the|all the|daily|breaking|unlimited|full) [^.]{0,80}(?:inbox|newsletters?|email|alerts?|access|app)$/u,
  /^(?:(?:our|the|free|daily|weekly|morning|evening) )?newsletters?(?: sign-?up)?$/u,
  /^(?:download|get|install) (?:our|the) (?:[\p{L}\p{N}]+ ){0,3}app(?: (?:from|on|for|now)\b[^.]{0,60})?$/u,
  /^(?:support (?:us|(?:our|independent|quality|free|local) journalism)|donate (?:now|today|to us)|become a (?:member|subscriber|supporter)(?: today| now)?)$/u,
  // Cookies and law.
  /^(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:and our partners )?uses? cookies\b.{0,300}$/u,
  /^by (?:continuing|using|clicking|browsing|signing up|subscribing)\b.{0,120}\byou (?:agree|accept|consent)\b.{0,160}$/u,
  /^(?:accept|reject|manage|allow|decline)(?: all)?(?: cookies?| preferences| settings)?(?: (?:and|&) (?:close|continue))?$/u,
  /^(?:cookie|privacy) (?:policy|settings|notice|preferences|statement)$/u,
  /^(?:(?:terms(?: (?:of|and|&) (?:use|service|conditions))?|privacy(?: policy)?|cookies?(?: policy)?|contact(?: us)?|about(?: us)?|advertise|help|faq|accessibility|sitemap|careers|imprint)(?: ?[|•·/-] ?| |$)){2,12}$/u,
  /^(?:(?:copyright|©|\(c\)) ?){1,2}\d{4}\b.{0,160}$/u,
  /^(?:copyright |© ?)[^.]{1,60}\ball rights reserved$/u,
  /^all rights reserved(?:\. .{0,160})?$/u,
  /^this (?:material|article|content|story) may not be (?:published|reproduced|copied)\b.{0,160}$/u,
  /^.{0,80}\binformation ["“']as is["”'] without (?:warranty|any warranty)\b.{0,400}$/u,
  // Filing.
  /^(?:tags?|topics?|filed under|keywords?) ?: ?[^.]{1,200}$/u,
  /^(?:home|news)(?: [>›»/] [^.>›»/]{2,40}){1,5}$/u,
];

/** Labels of buttons. One with a full stop is a sentence, however short. */
const BUTTON =
  /^(?:share|tweet|print|e-?mail|copy link|bookmark|gift(?: article)?|back to top|menu|log ?in|sign in|register|subscribe(?: now)?|sign up(?: now)?|enlarge(?: image)?|view gallery|next article|previous article|whatsapp|facebook|twitter|telegram|linkedin|reddit|pinterest|instagram|messenger)$/u;

/** Longer lines are running text, whatever they begin with. */
const LINE_LENGTH = 500;

/** The line as JUNK sees it. */
function bare(line: string): string {
  const words = line.trim().replace(/\s+/gu, ' ').toLowerCase();
  return trimMarks(words.replace(/^[-*•·#[(| ]+/u, ''), ' .!…»›→>|])+:');
}

/** True when the whole line is a scrap of the page around an article. */
export function isJunkLine(line: string): boolean {
  if (line.length > LINE_LENGTH) return false;
  const words = bare(line);
  if (words === '') return false;
  return JUNK.some((form) => form.test(words)) || (BUTTON.test(words) && !/[.!?…]\s*$/u.test(line));
}

/**
 * `text` (LF line ends) without its junk lines, each named in a message with its words, equal ones once; runs of blank
 * lines become one, spaces at line ends go. A text that is nothing but junk is left as it is.
 */
export function clean(text: string): Outcome<string> {
  const kept: string[] = [];
  const junk = new Map<string, number>();
  for (const line of text.split('\n')) {
    const words = line.trimEnd();
    if (isJunkLine(words)) {
      const named = words.trim().replace(/\s+/gu, ' ');
      junk.set(named, (junk.get(named) ?? 0) + 1);
      continue;
    }
    if (words.trim() !== '') kept.push(words);
    else if (kept.length > 0 && kept.at(-1) !== '') kept.push('');
  }
  if (kept.at(-1) === '') kept.pop();
  const rest = kept.join('\n');
  if (rest.trim() === '') return outcome(text.trim());
  const messages = [...junk].map(([words, count]): Message => {
    const often = count === 1 ? '' : ` (${count} times)`;
    return { code: 'junk-line', text: `“${words}” is not part of the article and was left out${often}.` };
  });
  return outcome(rest.trim(), messages);
}

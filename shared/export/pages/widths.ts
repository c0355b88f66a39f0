// Advance widths of the letters that an export is set in, as tables by character code.

/**
 * What a table is made for: the two families of the styles (Carlito and Caladea have the same widths, letter for
 * letter), each as it differs in width.
 */
export type Face = 'Calibri' | 'CalibriBold' | 'CalibriItalic' | 'Cambria' | 'CambriaBold' | 'Consolas';

interface Advances {
  /** Of U+0020 to U+007E. */
  readonly ascii: string;
  /** Of the characters of MORE. */
  readonly more: string;
}

/** Other characters that stand in English text, and Latin letters that are no letter with an accent. */
const MORE = '€£¥§©®°±²³µ·¼½¾¿¡«»×÷ßÆæØøÐðÞþĐđĦħıŁłŒœ–—―‘’‚“”„†‡•…‰‹›™';

/** In thousandths of an em, as the hmtx tables of the fonts have them. */
const ADVANCES: Readonly<Record<Exclude<Face, 'Consolas'>, Advances>> = {
  Calibri: {
    ascii:
      '226 326 401 498 507 715 682 221 303 303 498 498 250 306 252 386 507 507 507 507 507 507 507 507 507 ' +
      '507 268 268 498 498 498 463 894 579 544 533 615 488 459 631 623 252 319 520 420 855 646 662 517 673 ' +
      '543 459 487 642 567 890 519 487 468 307 386 307 498 498 291 479 525 423 525 498 305 471 525 229 239 ' +
      '455 229 799 525 527 525 525 349 391 335 525 452 715 433 453 395 314 460 314 498',
    more:
      '507 507 507 498 834 507 339 498 336 334 550 252 636 671 675 463 326 512 512 498 498 527 763 773 664 ' +
      '529 625 525 517 525 625 552 656 533 229 430 248 867 850 498 905 905 250 250 250 418 418 418 498 498 ' +
      '498 690 1038 339 339 705',
  },
  CalibriBold: {
    ascii:
      '226 326 438 498 507 729 705 233 312 312 498 498 258 306 267 430 507 507 507 507 507 507 507 507 507 ' +
      '507 276 276 498 498 498 463 898 606 561 529 630 488 459 637 631 267 331 547 423 874 659 676 532 686 ' +
      '563 473 495 653 591 906 551 520 478 325 430 325 498 498 300 494 537 418 537 503 316 474 537 246 255 ' +
      '480 246 813 537 538 537 537 355 399 347 537 473 745 459 474 397 344 475 344 498',
    more:
      '507 507 507 498 834 507 342 498 338 336 563 268 658 691 702 463 326 539 539 498 498 555 775 775 681 ' +
      '544 639 537 532 537 639 569 658 547 246 433 264 874 843 498 905 905 258 258 258 435 435 435 498 498 ' +
      '498 711 1062 344 344 720',
  },
  CalibriItalic: {
    ascii:
      '226 326 401 498 507 715 682 221 303 303 498 498 250 306 252 388 507 507 507 507 507 507 507 507 507 ' +
      '507 268 268 498 498 498 463 894 579 544 522 615 488 459 631 623 252 319 520 420 855 645 654 517 664 ' +
      '543 452 487 642 567 890 519 487 468 307 384 307 498 498 291 514 514 416 514 478 305 514 514 229 239 ' +
      '455 229 791 514 513 514 514 343 389 335 514 446 715 433 447 395 314 460 314 498',
    more:
      '507 507 507 498 834 507 339 498 336 334 538 252 636 671 675 463 326 512 512 498 498 527 763 754 658 ' +
      '529 625 525 517 514 625 551 656 521 229 430 248 867 814 498 905 905 250 250 250 418 418 418 498 498 ' +
      '498 690 1038 339 339 705',
  },
  Cambria: {
    ascii:
      '220 286 393 619 506 890 687 237 382 382 427 554 205 329 206 490 517 362 472 461 492 475 470 470 485 ' +
      '478 264 264 554 554 554 422 885 599 579 519 625 540 509 539 696 343 304 630 501 888 693 599 533 599 ' +
      '613 453 557 687 598 889 571 557 507 350 490 350 554 371 151 470 520 421 520 441 313 459 554 277 255 ' +
      '525 271 813 558 480 520 501 396 392 325 546 470 720 483 482 428 387 316 387 712',
    more:
      '628 528 609 500 851 851 375 554 407 407 544 106 829 867 866 422 286 491 491 554 554 605 866 708 653 ' +
      '490 662 530 574 547 662 555 691 552 277 540 309 929 771 500 1000 1012 221 221 205 375 375 360 517 ' +
      '517 443 752 1263 304 304 679',
  },
  CambriaBold: {
    ascii:
      '220 335 422 618 543 976 740 251 408 408 453 592 232 311 230 505 533 458 507 508 553 520 538 494 556 ' +
      '534 280 280 592 592 592 452 921 653 634 551 664 559 534 586 719 358 340 680 541 845 686 647 593 647 ' +
      '640 473 587 695 632 959 616 587 554 368 505 368 592 371 184 525 568 450 570 513 335 508 600 308 297 ' +
      '589 311 891 604 530 573 559 454 444 365 609 519 779 525 521 464 393 320 393 592',
    more:
      '640 556 604 533 851 851 378 592 437 437 605 140 897 904 970 452 335 531 531 592 592 677 880 794 695 ' +
      '569 709 572 617 591 709 597 727 597 308 556 342 952 848 500 1000 750 235 235 232 398 398 395 517 517 ' +
      '443 772 1380 306 306 684',
  },
};

/** Every letter of Consolas. */
const CONSOLAS = 550;

/** Tables reach up to here; characters beyond are rare enough to be asked for one by one. */
export const TABLED = 0x2100;

/** Means of letters that have no entry: [first, last, thousandths of an em]. */
const MEANS: readonly (readonly [number, number, number])[] = [
  [0x0100, 0x02af, 500],
  // Marks that stand over or under the letter before.
  [0x0300, 0x036f, 0],
  [0x0370, 0x0390, 560],
  [0x0391, 0x03a9, 590],
  [0x03aa, 0x03ff, 510],
  [0x0400, 0x042f, 590],
  [0x0430, 0x052f, 510],
  [0x0530, 0x058f, 560],
  [0x0591, 0x05bd, 0],
  [0x064b, 0x065f, 0],
  [0x200b, 0x200f, 0],
  [0x202a, 0x202e, 0],
  [0x2060, 0x206f, 0],
];

/** Spaces of a fixed width, by code. */
const SPACES: readonly (readonly [number, number])[] = [
  [0x00ad, 0],
  [0x2002, 500],
  [0x2003, 1000],
  [0x2004, 333],
  [0x2005, 250],
  [0x2006, 167],
  [0x2007, 507],
  [0x2008, 250],
  [0x2009, 200],
  [0x200a, 100],
  [0x202f, 200],
];

/** Of letters whose script has no mean of its own (Hebrew, Arabic and other alphabets). */
const OTHER = 500;

function tableOf(face: Face): Uint16Array {
  if (face === 'Consolas') return new Uint16Array(TABLED).fill(CONSOLAS);
  const table = new Uint16Array(TABLED).fill(OTHER);
  for (const [first, last, width] of MEANS) table.fill(width, first, last + 1);
  const advances = ADVANCES[face];
  advances.ascii.split(' ').forEach((width, index) => (table[0x20 + index] = Number(width)));
  // A letter with an accent is as wide as the letter.
  for (let code = 0xa0; code < 0x250; code++) {
    const base = String.fromCharCode(code).normalize('NFKD').charCodeAt(0);
    if (base < 0x7f) table[code] = table[base] ?? OTHER;
  }
  const more = advances.more.split(' ');
  Array.from(MORE).forEach((letter, index) => (table[letter.charCodeAt(0)] = Number(more[index])));
  for (const [code, width] of SPACES) table[code] = width;
  table[0x2010] = table[0x2011] = table[0x2d] ?? OTHER;
  return table;
}

const tables = new Map<Face, Uint16Array>();

/** Widths of the characters below TABLED, in thousandths of an em. */
export function widthsOf(face: Face): Uint16Array {
  let table = tables.get(face);
  if (!table) {
    table = tableOf(face);
    tables.set(face, table);
  }
  return table;
}

/** Chinese, Japanese and Korean: a square each, and a line may end after any of them. */
export function isSquare(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60)
  );
}

/** Width of a UTF-16 unit from TABLED on, in thousandths of an em; each half of a pair is half a square. */
export function widthBeyond(code: number): number {
  if (isSquare(code)) return 1000;
  if (code >= 0xfe00 && code <= 0xfe0f) return 0;
  return OTHER;
}

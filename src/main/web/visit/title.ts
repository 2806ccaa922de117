/** The tab's title: what is so, and before it how many wait to be let in. */

let said = document.title;
let many = '';
/** Stands until the page is looked at again: whoever sits in another tab sees it there. */
let urgent = '';

export function title(text: string): void {
  said = text;
  if (!document.hidden) urgent = '';
  draw();
}

export function urgentTitle(text: string): void {
  urgent = text;
  draw();
}

/** "(1 väntar)", or nothing. */
export function countInTitle(text: string): void {
  many = text;
  draw();
}

function draw(): void {
  document.title = [many, urgent || said].filter(Boolean).join(' ');
}

export function calm(): void {
  urgent = '';
  draw();
}

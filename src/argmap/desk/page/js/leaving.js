// What was typed is taken in when its field is left, but only once the click or the step that left it
// is over: what is drawn anew in between would take away the very button that is being clicked.

const waiting = [];
let pressed = false;

export function whenLeft(act) {
  waiting.push(act);
  if (!pressed) setTimeout(takeIn, 0);
}

// At once: before another article is opened, and before the page is closed.
export function takeIn() {
  for (const act of waiting.splice(0)) act();
}

document.addEventListener("pointerdown", () => { pressed = true; }, true);
for (const type of ["pointerup", "pointercancel"]) {
  document.addEventListener(type, () => {
    pressed = false;
    setTimeout(takeIn, 0);
  }, true);
}

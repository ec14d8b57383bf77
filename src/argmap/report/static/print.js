// Paper has no folds: open them all for printing, and fold again what was folded.
(() => {
  "use strict";
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const box of folded) box.open = true;
  });
  window.addEventListener("afterprint", () => { for (const box of folded) box.open = false; });
})();

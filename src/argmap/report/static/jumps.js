// Links within the page: open what is folded, unhide what is filtered, and move the focus along.
(() => {
  "use strict";
  function reveal() {
    let name = "";
    try { name = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = name && document.getElementById(name);
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) {
      box.open = true;
    }
    target.dispatchEvent(new Event("argmap:reveal", { bubbles: true }));
    const inMap = target.closest(".map-pane") !== null;
    if (inMap || target.matches(".seg, tbody, .map, .text, .retelling, .hand-list li, details")) {
      target.scrollIntoView({ block: inMap || target.matches(".seg") ? "center" : "start", inline: inMap ? "center" : "nearest" });
      (target.querySelector(":scope > summary") || target).focus({ preventScroll: true });
    }
  }
  window.addEventListener("hashchange", reveal);
  // A link to the place that the address names already changes nothing, and must work all the same.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) setTimeout(reveal);
  });
  if (location.hash) reveal();
})();

// Zoom and pan of the maps, by button, keyboard, wheel with Ctrl, and drag.
(() => {
  "use strict";
  const STEP = 1.25;
  const LEAST = 0.1;
  const MOST = 4;
  const ABOVE = 64; // pixels above the first shared claim: the head of its box
  const READABLE = 0.75; // below this a map opens at its top rather than whole

  for (const frame of document.querySelectorAll(".map-frame")) {
    const figure = frame.closest(".map");
    const pane = frame.querySelector(".map-pane");
    const picture = pane.querySelector("svg");
    const width = Number(picture.getAttribute("width"));
    const height = Number(picture.getAttribute("height"));
    const tools = frame.querySelector(".map-tools");
    let scale = 1;

    // Scale to `wish`, keeping the point of the pane at (x, y) where it is.
    const zoom = (wish, x = pane.clientWidth / 2, y = pane.clientHeight / 2) => {
      const next = Math.min(MOST, Math.max(LEAST, wish));
      const left = (pane.scrollLeft + x) / (width * scale);
      const top = (pane.scrollTop + y) / (height * scale);
      scale = next;
      picture.style.width = `${width * scale}px`;
      picture.style.height = `${height * scale}px`;
      pane.scrollLeft = left * width * scale - x;
      pane.scrollTop = top * height * scale - y;
    };
    const whole = () => Math.min(1, pane.clientWidth / width, pane.clientHeight / height);
    const open = () => {
      zoom(Math.min(1, Math.max(READABLE, pane.clientWidth / width)));
      // What several outlets tell, or the main claim, is what a reader should see first.
      const shared = picture.querySelector(".node.shared");
      const first = shared || picture.querySelector(".node.main") || picture.querySelector(".node");
      const box = (first || picture).getBoundingClientRect();
      const view = pane.getBoundingClientRect();
      pane.scrollTop = shared ? pane.scrollTop + box.top - view.top - ABOVE : 0;
      pane.scrollLeft += box.left + box.width / 2 - view.left - view.width / 2;
    };
    const commands = {
      in: () => zoom(scale * STEP),
      out: () => zoom(scale / STEP),
      fit: () => zoom(whole()),
      full: () => zoom(1),
      widen: (button) => {
        const wide = figure.classList.toggle("widened");
        for (const one of figure.querySelectorAll("[data-zoom='widen']")) {
          one.setAttribute("aria-pressed", String(wide));
        }
        open();
      },
    };
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) commands[button.dataset.zoom](button);
    });
    const keys = { "+": "in", "=": "in", "-": "out", "_": "out", "0": "full", "f": "fit" };
    pane.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
      event.preventDefault();
      commands[keys[event.key]]();
    });
    pane.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = pane.getBoundingClientRect();
      const factor = Math.exp(-event.deltaY / 400);
      zoom(scale * factor, event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });

    let grip = null;
    let moved = false;
    pane.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.pointerType !== "mouse") return;
      grip = { x: event.clientX, y: event.clientY, left: pane.scrollLeft, top: pane.scrollTop };
      moved = false;
    });
    window.addEventListener("pointermove", (event) => {
      if (!grip) return;
      const x = event.clientX - grip.x;
      const y = event.clientY - grip.y;
      if (!moved && Math.abs(x) + Math.abs(y) < 5) return;
      moved = true;
      pane.classList.add("moving");
      pane.scrollLeft = grip.left - x;
      pane.scrollTop = grip.top - y;
    });
    window.addEventListener("pointerup", () => { grip = null; pane.classList.remove("moving"); });
    pane.addEventListener("dragstart", (event) => event.preventDefault());
    pane.addEventListener("click", (event) => { if (moved) event.preventDefault(); moved = false; }, true);

    tools.hidden = false;
    pane.classList.add("movable");
    open();
    // A folded page has no size yet: it is scaled when it is unfolded, once, and before a link leads
    // to a node of it.
    const fold = frame.closest("details");
    if (fold && !fold.open) {
      let scaled = false;
      const unfold = () => {
        if (!scaled) open();
        scaled = true;
      };
      fold.addEventListener("toggle", unfold);
      frame.addEventListener("argmap:reveal", unfold);
    }
  }
})();

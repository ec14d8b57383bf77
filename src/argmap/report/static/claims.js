// Filters over the table of claims. Without script every row is shown and the controls stay hidden.
(() => {
  "use strict";
  const controls = document.getElementById("claim-filters");
  const table = document.getElementById("claims-table");
  if (!controls || !table) return;
  const rows = [...table.tBodies];
  const texts = rows.map((row) => row.textContent.toLowerCase().replace(/\s+/g, " "));
  const buttons = [...controls.querySelectorAll("button[data-filter]")];
  const outlet = document.getElementById("claim-outlet");
  const search = document.getElementById("claim-search");
  const count = document.getElementById("claim-count");
  let filter = "all";

  const wanted = (row, text) =>
    (filter === "all" || row.dataset[filter] === "yes") &&
    (!outlet.value || row.dataset.toldBy.split(" ").includes(outlet.value)) &&
    search.value.toLowerCase().split(/\s+/).every((word) => text.includes(word));

  function show() {
    let shown = 0;
    rows.forEach((row, number) => {
      row.hidden = !wanted(row, texts[number]);
      if (!row.hidden) shown += 1;
    });
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.filter === filter));
    }
    count.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} claims`;
  }

  for (const button of buttons) {
    button.addEventListener("click", () => { filter = button.dataset.filter; show(); });
  }
  outlet.addEventListener("change", show);
  search.addEventListener("input", show);
  // A link may lead to a row that is filtered away.
  document.addEventListener("argmap:reveal", (event) => {
    const row = event.target.closest("tbody");
    if (!row || !row.hidden) return;
    filter = "all";
    outlet.value = "";
    search.value = "";
    show();
  });
  controls.hidden = false;
  show();
})();

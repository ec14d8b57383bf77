// Arrow keys in a list of segments.

export function keyedList(container, step, enter) {
  container.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (by) step(by);
    else if (event.key === "Enter") enter();
    else return;
    event.preventDefault();
  });
}
